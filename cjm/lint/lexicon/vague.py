"""Words that sound like a standard and can be neither kept nor broken, by what would make them one."""

TIME = (  # wants a number: how long, by when
    "быстро", "побыстрее", "быстрее", "поскорее", "как можно скорее", "как можно быстрее", "как можно раньше",
    "оперативно", "своевременно", "незамедлительно", "в ближайшее время", "в кратчайший срок", "в кратчайшие сроки",
    "в разумный срок", "в разумные сроки", "заблаговременно", "без задержек", "без промедления", "=вскоре",
    "по мере возможности", "по возможности", "при первой возможности", "при возможности", "=регулярно", "=периодически",
    "время от времени", "когда освободится", "когда будет время", "когда получится", "как получится",
    "quickly", "=fast", "promptly", "prompt", "asap", "as soon as possible", "as quickly as possible", "as fast as possible",
    "as early as possible", "=soon", "shortly", "in a timely manner", "=timely", "without delay", "in due course",
    "=immediately", "at the earliest opportunity", "where possible", "if possible", "when possible", "=regularly",
    "=periodically", "from time to time", "within a reasonable time",
)  # fmt: skip
MANNER = (  # wants a sign that one sees, or the words to say
    "вежливо", "=вежлив", "доброжелательно", "дружелюбно", "приветливо", "тактично", "корректно", "внимательно", "тщательно",
    "качественно", "профессионально", "добросовестно", "=ответственно", "чутко", "компетентно", "надлежащим образом",
    "должным образом", "подобающим образом", "с уважением", "на высоком уровне",
    "politely", "=polite", "courteously", "=courteous", "=friendly", "professionally", "attentively", "carefully", "properly",
    "appropriately", "respectfully", "thoroughly", "with care", "in a professional manner", "to a high standard",
)  # fmt: skip
EMPTY_WORDS = (  # says that something is done, and not what
    "соответствующие меры", "необходимые меры", "нужные меры", "принять меры", "примите меры", "надлежащие меры", "необходимые действия", "соответствующие действия", "всё необходимое",
    "как-нибудь", "кто-нибудь", "кто свободен", "действуйте как обычно", "сделайте как обычно", "делайте как всегда", "действуйте по обстановке", "по обстановке", "в рабочем порядке", "в общем порядке", "в установленном порядке", "по усмотрению",
    "постарайтесь", "попробуйте решить", "решите вопрос", "разберитесь с ситуацией", "разберитесь в ситуации", "проработайте вопрос", "окажите содействие", "проконтролируйте ситуацию", "=см =выше", "=см =ниже", "смотрите выше", "спросите у начальства", "уточните у руководства", "повышение качества", "обеспечение качества",
    "take appropriate action", "take appropriate measures", "appropriate action", "necessary measures", "do as usual", "as always", "somehow", "see above", "see below", "=someone", "=somebody", "do your best", "try your best", "handle the situation",
    "deal with the situation", "resolve the issue", "sort it out", "ask the management",
)  # fmt: skip
CONDITION = (  # wants the sign by which one sees that it is the case
    "при необходимости", "в случае необходимости", "по необходимости", "если необходимо", "если потребуется", "если нужно", "если надо",
    "если понадобится", "по ситуации", "по обстоятельствам", "в зависимости от ситуации", "в исключительных случаях",
    "в особых случаях", "на своё усмотрение", "на ваше усмотрение",
    "if necessary", "when necessary", "where necessary", "as necessary", "if needed", "when needed", "as needed",
    "if required", "as required", "as appropriate", "where appropriate", "when appropriate", "depending on the situation",
    "in exceptional cases", "in special cases", "at your discretion",
)  # fmt: skip
PROMISES = (  # said to a client they promise nothing: wants a number, an hour, a sign
    "в ближайшее время", "в скором времени", "в ближайшие дни", "как можно скорее", "как можно быстрее", "при первой возможности",
    "в кратчайшие сроки", "=скоро", "=вскоре", "на днях", "=оперативно", "своевременно", "незамедлительно", "по мере возможности", "=быстро",
    "уточним позднее", "сообщим позднее", "напишем позднее", "перезвоним позднее", "уточним потом", "как-нибудь потом", "решим потом", "посмотрим потом", "разберёмся позже", "we will let you know", "at some point",
    "мы с вами свяжемся", "мы свяжемся с вами", "с вами свяжутся", "мы вам сообщим", "мы сообщим вам", "вам сообщат", "вам перезвонят",
    "we will be in touch", "we will get back to you", "somebody will contact you",
    "чуть позже", "немного позже", "перезвоним позже", "перезвоню позже", "перезвоним вам позже", "напишем позже", "ответим позже", "=гарантируем", "=гарантирую", "we guarantee", "=попозже", "когда-нибудь", "как только сможем", "как только смогу", "как только получится",
    "=soon", "shortly", "as soon as possible", "asap", "in the near future", "in due course", "at the earliest opportunity", "promptly",
    "in a timely manner", "one of these days", "as soon as we can", "as soon as i can",
)  # fmt: skip

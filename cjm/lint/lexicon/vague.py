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
    "мы с вами свяжемся", "мы свяжемся с вами", "с вами свяжутся", "мы вам сообщим", "мы сообщим вам", "вам сообщат", "вам перезвонят",
    "we will be in touch", "we will get back to you", "somebody will contact you",
    "чуть позже", "немного позже", "перезвоним позже", "перезвоню позже", "перезвоним вам позже", "напишем позже", "ответим позже", "=гарантируем", "=гарантирую", "we guarantee", "=попозже", "когда-нибудь", "как только сможем", "как только смогу", "как только получится",
    "=soon", "shortly", "as soon as possible", "asap", "in the near future", "in due course", "at the earliest opportunity", "promptly",
    "in a timely manner", "one of these days", "as soon as we can", "as soon as i can",
)  # fmt: skip

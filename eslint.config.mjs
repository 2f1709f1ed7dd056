// The scripts of the site: classic scripts of ES2020, one dialect, no build step. The linter itself lies in .node (make.py).
import { createRequire } from "node:module";

const require = createRequire(new URL(".node/package.json", import.meta.url));
const js = require("@eslint/js");
const globals = require("globals");

export default [
  js.configs.recommended,
  {
    files: ["site_build/assets/**/*.js", "templates/training/*.js"],
    languageOptions: { ecmaVersion: 2020, sourceType: "script", globals: { ...globals.browser, cjm: "readonly", CJMNames: "readonly", CJMAnswers: "readonly" } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "arrow-body-style": "error",
      "eqeqeq": "error",
      "no-implicit-globals": "error",
      "no-unused-vars": ["error", { caughtErrors: "all" }],
      "no-useless-call": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-arrow-callback": "error",
      "prefer-const": "error",
      "prefer-rest-params": "error",
      "prefer-spread": "error",
      "strict": ["error", "function"],
    },
  },
  {
    files: ["site_build/assets/offline/worker.js"],
    languageOptions: { globals: { ...globals.serviceworker, VERSION: "readonly", FILES: "readonly", FIRST: "readonly" } },
  },
];

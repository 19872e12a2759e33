export type Statement = {
  /** The statement without its comments, one space between words; bodies in dollar quotes are emptied. */
  text: string;
  /** What stood in comments before and inside it. */
  comments: string;
  /** What stood in dollar quotes: the body of a function or of a DO block. */
  body: string;
  /** Line of its first word, counted from 1. */
  line: number;
};

const token =
  /(?<comment>--[^\n]*|\/\*[\s\S]*?\*\/)|(?<body>\$(?<tag>\w*)\$[\s\S]*?\$\k<tag>\$)|(?<quoted>[eE]'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*")|(?<end>;)|(?<plain>[^-/$'";eE]+|[\s\S])/g;

/** Cuts a script at the semicolons that end statements, and at no other. */
export function statementsOf(script: string): Statement[] {
  const found: Statement[] = [];
  let open = { text: "", comments: "", body: "", line: 0 };
  let line = 1;
  const close = () => {
    const text = open.text.replace(/\s+/g, " ").trim();
    if (text) found.push({ ...open, text });
    open = { text: "", comments: "", body: "", line: 0 };
  };
  for (const { 0: piece, groups = {} } of script.matchAll(token)) {
    if (groups.end) close();
    else if (groups.comment) {
      open.comments += `${piece}\n`;
      open.text += " ";
    } else {
      if (open.line === 0 && piece.trim())
        open.line = line + (/^\s*/.exec(piece)?.[0].split("\n").length ?? 1) - 1;
      open.text += groups.body ? "$$ $$" : piece;
      if (groups.body) open.body += piece;
    }
    line += piece.split("\n").length - 1;
  }
  close();
  return found;
}

/** Cuts at the commas that stand in no brackets and no quotes. */
export function listed(text: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const [piece] of text.matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[\s\S]/g)) {
    if (piece === "(" || piece === "[") depth++;
    if (piece === ")" || piece === "]") depth--;
    if (piece === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += piece;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

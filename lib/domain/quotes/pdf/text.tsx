import { Text, type TextProps } from "@react-pdf/renderer";
import { NO_HYPHEN } from "./fonts";
import { typeset } from "./typeset";

type WriteProps = { children: string; style?: TextProps["style"] };

/** A text of any language, as `typeset` says; each part in the font that writes it. */
export const Write = ({ children, style }: WriteProps) => (
  <Text style={style} hyphenationPenalty={NO_HYPHEN}>
    {typeset(children).runs.map(({ text, face }, index) => (
      <Text key={index} style={{ fontFamily: face }}>
        {text}
      </Text>
    ))}
  </Text>
);

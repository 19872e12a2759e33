import { Text, type TextProps } from "@react-pdf/renderer";
import { printable } from "./fonts";

type WriteProps = { children: string; style?: TextProps["style"] };

/** A text of any language; what the font can't write becomes a question mark. */
export const Write = ({ children, style }: WriteProps) => <Text style={style}>{printable(children)}</Text>;

import { Document, Image, Page, Path, StyleSheet, Svg, Text, View } from "@react-pdf/renderer";
import { formatLongDate } from "@/lib/dates";
import { PRODUCT } from "@/lib/product";
import { SIGNATURE_SIZE } from "@/lib/signature";
import { PLAIN_FACE } from "./fonts";
import { Lines } from "./lines";
import type { PaperSignature, QuotePaper } from "./paper";
import { Write } from "./text";
import { Totals } from "./totals";

const styles = StyleSheet.create({
  page: { fontFamily: PLAIN_FACE, fontSize: 9.5, color: "#111", padding: "40 44 56", gap: 16 },
  head: {
    flexDirection: "row",
    justifyContent: "space-between",
    gap: 24,
    borderBottomWidth: 1.5,
    paddingBottom: 12,
  },
  from: { flexDirection: "row", gap: 12, flexShrink: 1 },
  address: { flexShrink: 1, gap: 2 },
  logo: { maxWidth: 150, maxHeight: 54, objectFit: "contain", objectPosition: "left top" },
  title: { fontSize: 14, fontWeight: 600, lineHeight: 1.25 },
  right: { gap: 2, alignItems: "flex-end", flexShrink: 0, maxWidth: 200 },
  facts: { flexDirection: "row", gap: 24 },
  fact: { flex: 1, gap: 2 },
  label: { fontSize: 8, color: "#555" },
  strong: { fontWeight: 600 },
  terms: { fontSize: 8, color: "#333", gap: 4 },
  signature: {
    alignSelf: "flex-start",
    minWidth: 220,
    borderTopWidth: 0.75,
    borderColor: "#777",
    paddingTop: 4,
  },
  foot: {
    position: "absolute",
    bottom: 26,
    left: 44,
    right: 44,
    flexDirection: "row",
    justifyContent: "space-between",
    gap: 16,
    fontSize: 8,
    color: "#555",
  },
});

/** What a quote says, and its shop's logo as `shownPicture` gives it. */
export type PdfFacts = { quote: QuotePaper; logo: Uint8Array | null };

/** A quote on US letter paper, over as many pages as it takes. */
export const QuoteDocument = ({ quote, logo }: PdfFacts) => (
  <Document
    title={`Quote #${quote.number}`}
    author={quote.shop.name}
    language="en-US"
    creator={PRODUCT.name}
    producer={PRODUCT.name}
  >
    <Page size="LETTER" style={styles.page}>
      <Head quote={quote} logo={logo} />
      <Facts quote={quote} />
      <Lines lines={quote.lines} />
      <Totals quote={quote} />
      {quote.signature && <Signature signature={quote.signature} />}
      {quote.shop.terms !== "" && (
        <View style={styles.terms}>
          {quote.shop.terms.split("\n").map((line, index) => (
            <Write key={index}>{line || " "}</Write>
          ))}
        </View>
      )}
      <View fixed style={styles.foot}>
        <Write>{[quote.shop.name, quote.shop.taxId].filter(Boolean).join(" · ")}</Write>
        <Text
          render={({ pageNumber, totalPages }) =>
            `Quote #${quote.number}, page ${pageNumber} of ${totalPages}`
          }
        />
      </View>
    </Page>
  </Document>
);

const Head = ({ quote: { shop, number, madeOn, validity }, logo }: PdfFacts) => {
  const color = shop.brandColor || "#111111";
  return (
    <View style={[styles.head, { borderColor: color }]}>
      <View style={styles.from}>
        {logo && <Image src={Buffer.from(logo)} style={styles.logo} />}
        <View style={styles.address}>
          <Write style={[styles.title, { color }]}>{shop.name}</Write>
          {shop.lines.map((line) => (
            <Write key={line}>{line}</Write>
          ))}
        </View>
      </View>
      <View style={styles.right}>
        <Write style={[styles.title, { color }]}>{`Quote #${number}`}</Write>
        <Write>{formatLongDate(madeOn)}</Write>
        <Write>{validity}</Write>
      </View>
    </View>
  );
};

const Facts = ({ quote: { customer, vehicle, work } }: { quote: QuotePaper }) => (
  <View style={styles.facts}>
    <Fact label="For" title={customer.name} lines={customer.lines} />
    <Fact
      label="Vehicle"
      title={vehicle.name}
      lines={[vehicle.vin && `VIN ${vehicle.vin}`, vehicle.plate && `Plate ${vehicle.plate}`].filter(Boolean)}
    />
    <Fact label="Work" title={work[0] ?? ""} lines={work.slice(1)} />
  </View>
);

type FactProps = { label: string; title: string; lines: readonly string[] };

const Fact = ({ label, title, lines }: FactProps) => (
  <View style={styles.fact}>
    <Write style={styles.label}>{label}</Write>
    <Write style={styles.strong}>{title}</Write>
    {lines.map((line) => (
      <Write key={line}>{line}</Write>
    ))}
  </View>
);

const Signature = ({ signature: { name, signedOn, path } }: { signature: PaperSignature }) => (
  <View wrap={false}>
    {path !== "" && (
      <Svg
        viewBox={`0 0 ${SIGNATURE_SIZE.width} ${SIGNATURE_SIZE.height}`}
        style={{ width: 180, height: 54 }}
      >
        <Path d={path} stroke="#111" strokeWidth={3} fill="none" />
      </Svg>
    )}
    <View style={styles.signature}>
      <Write>{`Accepted by ${name}, ${formatLongDate(signedOn)}`}</Write>
    </View>
  </View>
);

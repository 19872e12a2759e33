import { Callout } from "@/components/ui/callout";
import type { Unprintable as Found } from "@/lib/domain/quotes/pdf/unprintable";

const MOST_SHOWN = 12;

/** What a PDF of the quote can't print, told before it is sent. @param found null where it could not be told. */
export const Unprintable = ({ found }: { found: Found[] | null }) =>
  (found === null || found.length > 0) && (
    <div data-screen-only="" className="mb-5">
      <Callout
        kind="warn"
        title={found ? "The PDF can't print all of this" : "The PDF may not print all of this"}
      >
        {found ? (
          <>
            <ul className="list-disc pl-4">
              {found.map(({ field, lost }) => (
                <li key={field} className="wrap-anywhere">
                  {field}: <bdi>{lost.slice(0, MOST_SHOWN).join(" ")}</bdi>
                  {lost.length > MOST_SHOWN && ` and ${lost.length - MOST_SHOWN} more`}
                </li>
              ))}
            </ul>
            <p className="mt-1">
              There a “?” is printed, or a mark is left out. Write it in other letters before you send the
              quote.
            </p>
          </>
        ) : (
          <p>
            It has letters of other scripts, and which of them print could not be told just now. Look at the
            PDF.
          </p>
        )}
      </Callout>
    </div>
  );

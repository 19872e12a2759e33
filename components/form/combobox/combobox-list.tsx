import { cx } from "@/components/ui/class-names";
import type { ComboboxState } from "./use-combobox";

/** The choices under a combobox. It stands inside the form, so that it also works within a modal dialog. */
export const ComboboxList = ({ id, box }: { id: string; box: ComboboxState }) => (
  <>
    <div
      className={cx(
        "absolute inset-x-0 top-full z-40 mt-1 max-h-72 min-w-56 overflow-y-auto overscroll-contain rounded-control bg-raised p-1 shadow-float",
        !box.open && "hidden",
      )}
      onMouseDown={(event) => event.preventDefault()}
    >
      <ul id={id} role="listbox" aria-label="Choices">
        {box.found.map((option, index) => (
          <li
            key={option.value}
            ref={index === box.active ? (item) => item?.scrollIntoView({ block: "nearest" }) : undefined}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === box.active}
            onMouseMove={() => box.highlight(index)}
            onClick={() => box.choose(option)}
            className={cx(
              "min-h-11 content-center rounded-md px-2.5 py-1.5 md:min-h-8",
              index === box.active && "bg-accent-soft text-accent-ink",
            )}
          >
            {option.label}
            {option.hint && <span className="block text-[0.8125rem] text-ink-soft">{option.hint}</span>}
          </li>
        ))}
      </ul>
      <p role="status" className="px-2.5 py-1.5 text-[0.8125rem] text-ink-faint empty:hidden">
        {box.open && box.note}
      </p>
    </div>
    {!box.open && box.text !== "" && !box.chosen && (
      <p role="status" className="mt-1 text-[0.8125rem] text-warn-ink">
        Not chosen yet: pick one from the list.
      </p>
    )}
  </>
);

import { useId } from "react";

/** The mark: a bastion's crenellated shield, cut from a pane of glass. */
export const BrandMark = ({ className = "size-7" }: { className?: string }) => {
  // An id of its own: a gradient inside a hidden copy of the mark would leave this one unpainted.
  const glass = useId();
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <defs>
        <linearGradient id={glass} x1="4" y1="2" x2="28" y2="30" gradientUnits="userSpaceOnUse">
          <stop stopColor="#38c6cf" />
          <stop offset="1" stopColor="#0a5f72" />
        </linearGradient>
      </defs>
      <path
        fill={`url(#${glass})`}
        d="M4 4.5c0-.8.7-1.5 1.5-1.5h4c.8 0 1.5.7 1.5 1.5V7h2.5V4.5c0-.8.7-1.5 1.5-1.5h2c.8 0 1.5.7 1.5 1.5V7H21V4.5c0-.8.7-1.5 1.5-1.5h4c.8 0 1.5.7 1.5 1.5V15c0 7-5 11.5-11.2 13.8a2.3 2.3 0 0 1-1.6 0C9 26.5 4 22 4 15Z"
      />
      <path fill="#fff" fillOpacity=".92" d="m18.6 10.5 3.9 0-9.7 13.7c-1-.6-1.9-1.3-2.7-2Z" />
      <path fill="#fff" fillOpacity=".5" d="m13.2 10.5 2.6 0-7.3 10.3c-.5-.6-.9-1.2-1.2-1.9Z" />
    </svg>
  );
};

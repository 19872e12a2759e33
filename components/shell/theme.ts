/** Light or dark by one's own choice; "system" follows the device. */
export type Theme = "system" | "light" | "dark";

/** Runs before the page is drawn, so that a chosen theme never flashes. Constant text: a CSP can name its hash. */
export const themeScript =
  'try{var t=localStorage.getItem("theme");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch(e){}';

/** The theme chosen in this browser. */
export function chosenTheme(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "system";
}

/** Chooses a theme for this browser, from now on. */
export function chooseTheme(theme: Theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === "system") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {
    // A browser that keeps no storage shows the choice until the page is left.
  }
  window.dispatchEvent(new Event("theme"));
}

/** Calls back whenever the theme is chosen; returns what ends that. */
export function onTheme(tell: () => void) {
  window.addEventListener("theme", tell);
  return () => window.removeEventListener("theme", tell);
}

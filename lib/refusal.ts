/** A rule of the trade says no. The message is for the person at the counter; the work is rolled back. */
export class Refusal extends Error {
  override name = "Refusal";

  /** @param field the form field the message belongs beside; none means the whole form. */
  constructor(
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }
}

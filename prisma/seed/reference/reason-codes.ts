const labels = {
  lost: [
    "Price too high",
    "Went to another shop",
    "No longer needed",
    "Could not reach the customer",
    "Insurer chose another shop",
  ],
  cancelled: [
    "Customer changed their mind",
    "Vehicle sold",
    "Glass not available",
    "Weather",
    "Booked twice",
  ],
  discount: ["Price match", "Returning customer", "Fleet", "Goodwill"],
  void: ["Wrong amount", "Wrong customer", "Check returned", "Entered twice"],
  cause_of_loss: ["Road debris", "Vandalism", "Weather or hail", "Theft or break-in", "Collision", "Unknown"],
};

/** Reason codes that every shop starts with; a shop adds its own beside them. */
export const reasonCodes = Object.entries(labels).flatMap(([kind, all]) =>
  all.map((label) => ({ kind, label })),
);

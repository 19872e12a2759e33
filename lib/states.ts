/** Two-letter codes of US states, the District and Puerto Rico. */
export const stateCodes =
  "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY".split(
    " ",
  );

export const stateOptions = stateCodes.map((code) => ({ value: code, label: code }));

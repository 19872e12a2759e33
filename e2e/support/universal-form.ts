/** Valid values for every field any form has. An action takes the fields it knows and ignores the rest. */
export const universalForm: Record<string, string> = {
  name: "Sweep",
  phone: "(512) 555-0199",
  email: "sweep@e2e.example",
  company: "Sweep Co",
  street: "1 Sweep Street",
  city: "Austin",
  state: "TX",
  zip: "78701",
  timeZone: "America/Chicago",
  year: "2021",
  make: "Toyota",
  model: "RAV4",
  flag: "claims",
  enabled: "true",
};

/** A calendar day in Europe/Oslo, `YYYY-MM-DD`. */
export type LocalDate = string;

/** An instant that nobody knows, as Go writes it: earlier than any other. */
export const unknownInstant = '0001-01-01T00:00:00Z';

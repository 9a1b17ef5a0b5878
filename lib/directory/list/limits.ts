/** A person a line; more at once would outlast what one transaction may take on a busy machine. */
export const mostRows = 150;
/** So that so many people fit many times over, and what is packed to burst does not come far. In bytes. */
export const largestFile = 180_000;
/** No name, mail or date is as long: the rest of a cell is not read. In signs. */
export const longestCell = 400;

/** Every dash there is: programs put one of their own where a hyphen was typed. */
export const dashes = /[\p{Pd}−]/gu;

/** A code as it is compared, however its parts were parted: without white space and dashes. */
export const unparted = (typed: string): string => typed.replace(/\s/g, "").replace(dashes, "");

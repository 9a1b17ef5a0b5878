/** The one password of everybody in the demo. No other installation has it: production refuses a demo database. */
export const demoPassword = "nabohjaelp-i-opgangen";

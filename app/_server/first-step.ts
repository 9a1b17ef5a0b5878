import { CredentialsSignin } from "next-auth";

/** The password was right, and the second factor waits under that token. next-auth knows no half of a login: it is thrown. */
export class SecondFactorWaits extends CredentialsSignin {
  readonly token: string;
  constructor(token: string) {
    super();
    this.token = token;
  }
}

/** Nothing was looked at: there were too many tries, of an address that is known here or not. */
export class TooManyTries extends CredentialsSignin {}

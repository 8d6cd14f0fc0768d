/** The product's mark: a dashed trust boundary with a flow through it. */

/** Decorative; the name stands beside it or in the title. */
export function Mark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <rect
        x="2.500"
        y="2.500"
        width="19"
        height="19"
        rx="5"
        stroke="var(--ink)"
        strokeWidth="1.900"
        strokeDasharray="3.400 2.700"
      />
      <path
        d="M6.500 14.500c2.200 0 2.500-5.200 5.200-5.200s2.900 5.200 5.800 5.200"
        stroke="var(--accent)"
        strokeWidth="2.200"
      />
    </svg>
  );
}

/** The channel a contact writes on, 14 px, in its own hue. */
export function ChannelGlyph({ size = 14 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden>
      <circle cx="8" cy="8" r="8" className="fill-whatsapp" />
      <path
        d="M8 3.4a4.5 4.5 0 0 0-3.9 6.8l-.6 2.3 2.4-.6A4.5 4.5 0 1 0 8 3.4Z"
        fill="none"
        stroke="#fff"
        strokeWidth="1.1"
        strokeLinejoin="round"
      />
      <path
        d="M6.5 6.1c.3-.3.6 0 .8.4.2.4.1.5-.1.8-.1.2.7 1.2 1.3 1.4.3-.1.5-.5.8-.4l.8.5c.2.1 0 .6-.3.8-.9.6-3.6-1.3-3.7-2.7 0-.3.2-.6.4-.8Z"
        fill="#fff"
      />
    </svg>
  )
}

/** Three dots; the header already says it in words. */
export const TypingBubble = () => (
  <div
    aria-hidden="true"
    className="enter mt-2 flex w-fit gap-1 rounded-[10px] rounded-tl-[2px] bg-wa-in px-3 py-3 shadow-bubble"
  >
    <span className="dot size-1.5 rounded-full bg-wa-ink-2" />
    <span className="dot size-1.5 rounded-full bg-wa-ink-2 [animation-delay:.15s]" />
    <span className="dot size-1.5 rounded-full bg-wa-ink-2 [animation-delay:.3s]" />
  </div>
)

import { Fragment, type ReactNode } from 'react'
import { isGroupLink } from '../state/groups.ts'
import { useApp } from '../state/store.ts'
import { type Block, parseMessage, type Span } from './formatting.ts'

/** A message's text with WhatsApp's marks. `tail` is set after the last word, on its line where the block allows it. */
export function Formatted({ text, tail }: { text: string; tail?: ReactNode }) {
  const blocks = parseMessage(text)
  const inline = blocks.at(-1)?.kind === 'lines'
  return (
    <>
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} tail={inline && index === blocks.length - 1 ? tail : null} />
      ))}
      {!inline && tail}
    </>
  )
}

function BlockView({ block, tail }: { block: Block; tail: ReactNode }) {
  switch (block.kind) {
    case 'lines':
      return (
        <p className="whitespace-pre-wrap">
          <Spans spans={block.spans} />
          {tail}
        </p>
      )
    case 'quote':
      return (
        <blockquote className="my-0.5 border-l-[3px] border-wa-ink-2/40 pl-2 whitespace-pre-wrap text-wa-ink-2">
          <Spans spans={block.spans} />
        </blockquote>
      )
    case 'bullets':
      return (
        <ul className="list-disc pl-5">
          {block.items.map((item, index) => (
            <li key={index}>
              <Spans spans={item} />
            </li>
          ))}
        </ul>
      )
    case 'numbers':
      return (
        <ol className="list-decimal pl-6" start={block.start}>
          {block.items.map((item, index) => (
            <li key={index}>
              <Spans spans={item} />
            </li>
          ))}
        </ol>
      )
    case 'mono':
      return <pre className="my-0.5 overflow-x-auto font-mono text-[12.5px] whitespace-pre-wrap">{block.text}</pre>
  }
}

/** The link of a group opens here, on this phone, where everything else opens beside it. */
function openInvitation(event: { preventDefault: () => void }, link: string): void {
  if (!isGroupLink(link)) return
  event.preventDefault()
  useApp.setState({ sheet: { kind: 'invitation', link } })
}

function Spans({ spans }: { spans: Span[] }) {
  return spans.map((span, index) => <Fragment key={index}>{spanView(span)}</Fragment>)
}

function spanView(span: Span): ReactNode {
  switch (span.kind) {
    case 'text':
      return span.text
    case 'bold':
      return (
        <strong className="font-semibold">
          <Spans spans={span.spans} />
        </strong>
      )
    case 'italic':
      return (
        <em className="italic">
          <Spans spans={span.spans} />
        </em>
      )
    case 'strike':
      return (
        <s>
          <Spans spans={span.spans} />
        </s>
      )
    case 'code':
      return <code className="rounded bg-black/6 px-1 font-mono text-[12.5px]">{span.text}</code>
    case 'link':
      return (
        <a
          className="break-all text-wa-link underline underline-offset-2"
          href={span.href}
          onClick={(event) => openInvitation(event, span.href)}
          target="_blank"
          rel="noopener noreferrer"
        >
          {span.text}
        </a>
      )
  }
}

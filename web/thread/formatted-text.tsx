import { Fragment, memo, type ReactNode } from 'react'
import { type Block, type Inline, parseFormatting } from '#core/message/formatting.ts'

/** A text as WhatsApp shows it. `end` stands in the last line: the time. */
export const FormattedText = memo(function FormattedText({
  text,
  end,
}: {
  readonly text: string
  readonly end?: ReactNode
}) {
  const blocks = parseFormatting(text)
  return (
    <>
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} end={index === blocks.length - 1 ? end : undefined} />
      ))}
    </>
  )
})

function BlockView({ block, end }: { readonly block: Block; readonly end: ReactNode }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className="min-h-5 break-words whitespace-pre-wrap" dir="auto">
          <Inlines of={block.children} />
          {end}
        </p>
      )
    case 'quote':
      return (
        <>
          <blockquote
            className="my-0.5 border-l-3 border-text-3/60 pl-2 break-words whitespace-pre-wrap text-text-2"
            dir="auto"
          >
            <Inlines of={block.children} />
          </blockquote>
          {end && <p className="h-4">{end}</p>}
        </>
      )
    case 'bullets':
    case 'numbers': {
      const items = block.items.map((item, index) => (
        <li key={index} className="break-words">
          <Inlines of={item} />
          {index === block.items.length - 1 && end}
        </li>
      ))
      return block.kind === 'bullets' ? (
        <ul className="list-disc pl-5" dir="auto">
          {items}
        </ul>
      ) : (
        <ol className="list-decimal pl-6" start={block.start} dir="auto">
          {items}
        </ol>
      )
    }
  }
}

function Inlines({ of }: { readonly of: readonly Inline[] }): ReactNode {
  return of.map((inline, index) => <Fragment key={index}>{inlineView(inline)}</Fragment>)
}

function inlineView(inline: Inline): ReactNode {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'bold':
      return (
        <strong className="font-[650]">
          <Inlines of={inline.children} />
        </strong>
      )
    case 'italic':
      return (
        <em>
          <Inlines of={inline.children} />
        </em>
      )
    case 'strike':
      return (
        <s>
          <Inlines of={inline.children} />
        </s>
      )
    case 'code':
    case 'mono':
      return <code className="rounded-sm bg-black/8 dark:bg-black/25 px-1 font-mono text-[13px]">{inline.text}</code>
    case 'link':
      return (
        <a
          href={inline.href}
          target="_blank"
          rel="noreferrer noopener"
          className="text-link underline underline-offset-2"
        >
          {inline.text}
        </a>
      )
  }
}

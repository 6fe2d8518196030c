import { Trans } from '@lingui/react/macro'
import type { Media } from '#core/message/content.ts'
import type { Message } from '#core/message/message.ts'
import { localFile, useUploadShare } from '../outbox/outbox.ts'
import { DocumentFile } from './document-file.tsx'
import { Meta } from './meta.tsx'
import { sourceOf } from './picture.tsx'
import { WhyMissing } from './why-missing.tsx'

type Props = { readonly message: Message; readonly media: Media; readonly alone: boolean }

export default function DocumentCard({ message, media, alone }: Props) {
  const ownKey = message.direction === 'out' ? message.clientKey : ''
  const share = useUploadShare(ownKey)
  const uploading = share !== undefined && share < 1 && message.wireId === null
  return (
    <div className="relative p-1">
      <DocumentFile
        media={media}
        source={sourceOf(message, media)}
        local={localFile(ownKey)?.blob}
        messageId={message.messageId}
        out={message.direction === 'out'}
        note={
          uploading ? (
            <Trans>Subiendo {Math.round(share * 100)} %</Trans>
          ) : media.state === 'failed' ? (
            <WhyMissing media={media} />
          ) : null
        }
      />
      {alone && (
        <div className="flex justify-end px-1.5 pt-0.5">
          <Meta message={message} />
        </div>
      )}
    </div>
  )
}

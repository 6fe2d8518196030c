/**
 * A recording as WhatsApp would send it: ogg with opus. Chromium records opus in a WebM box, so the packets are moved
 * into another box, not encoded again; what cannot be moved (Safari's AAC) goes as it is.
 */
export async function asVoiceNote(recording: Blob): Promise<File> {
  const type = recording.type.split(';')[0] ?? ''
  if (type === 'audio/webm') {
    try {
      return new File([await toOgg(recording)], 'voice.ogg', { type: 'audio/ogg' })
    } catch {
      return new File([recording], 'voice.webm', { type })
    }
  }
  return new File([recording], type === 'audio/ogg' ? 'voice.ogg' : 'voice.m4a', { type })
}

async function toOgg(recording: Blob): Promise<ArrayBuffer> {
  const { BlobSource, BufferTarget, Conversion, Input, OggOutputFormat, Output, WEBM } = await import('mediabunny')
  const output = new Output({ format: new OggOutputFormat(), target: new BufferTarget() })
  const conversion = await Conversion.init({
    input: new Input({ source: new BlobSource(recording), formats: [WEBM] }),
    output,
  })
  await conversion.execute()
  if (output.target.buffer === null) throw new Error('The moved recording is empty')
  return output.target.buffer
}

import type { GraphQLError } from 'graphql'
import type { ErrorCode } from '../../schema/error-codes.js'
import type { LocalizedText } from '../../schema/rules/localized-text.js'
import { requestError } from '../http/request-error.js'
import { bytes } from './bytes.js'

/** Why a file isn't taken or given out over HTTP, each with what to do about it. */
export const fileRefusals = {
  unknown: () =>
    refusal('FILE_UNKNOWN', 404, {
      'zh-CN': '没有这个文件，或其上传期限已过。请用 requestUpload 重新申请上传。',
      en: 'There is no such file, or the time to upload it is over. Ask for a new upload by requestUpload.',
    }),
  addressInvalid: () =>
    refusal('FILE_ADDRESS_INVALID', 403, {
      'zh-CN': '文件地址不完整或被改动。请原样使用接口给出的地址。',
      en: 'The address of the file is incomplete or was changed. Use it exactly as the API gave it.',
    }),
  addressExpired: () =>
    refusal('FILE_ADDRESS_EXPIRED', 403, {
      'zh-CN': '文件地址已过期。上传请用 requestUpload 重新申请；下载请重新查询 downloadUrl。',
      en: 'The address of the file has expired. To upload, ask again by requestUpload; to download, read downloadUrl again.',
    }),
  ofAnother: () =>
    refusal('FILE_ADDRESS_INVALID', 403, {
      'zh-CN': '该上传地址是给另一个账号的。请用当前账号申请上传，或不带登录凭据上传。',
      en: 'The address was made for another account. Ask for an upload with this one, or upload without a session.',
    }),
  tooLarge: (size: number) =>
    refusal('FILE_TOO_LARGE', 413, {
      'zh-CN': `收到的内容超过申请上传时所填的大小（${bytes(size)['zh-CN']}）。请检查文件，并按实际大小重新申请上传。`,
      en: `More came than the size that the upload was asked for (${bytes(size).en}). Check the file, and ask for an upload of its real size.`,
    }),
  sizeDiffers: (size: number, received: number) =>
    refusal('FILE_SIZE_DIFFERS', 422, {
      'zh-CN': `应为 ${bytes(size)['zh-CN']}，只收到 ${bytes(received)['zh-CN']}。请向同一地址重新发送整个文件。`,
      en: `${bytes(size).en} were to come, ${bytes(received).en} came. Send the whole file again to the same address.`,
    }),
  digestDiffers: () =>
    refusal('FILE_DIGEST_DIFFERS', 422, {
      'zh-CN': '收到的内容与申请上传时所填的 SHA-256 不符。请向同一地址重新发送；如文件已修改，请重新申请上传。',
      en: 'What came doesn’t have the SHA-256 that the upload was asked for. Send it again to the same address; if the file has changed, ask for a new upload.',
    }),
  typeNotAllowed: (extensions: string) =>
    refusal('FILE_TYPE_NOT_ALLOWED', 422, {
      'zh-CN': `文件的内容与其扩展名不符，或已损坏。此处可上传：${extensions}。请用相应的软件打开并重新保存，再重新申请上传。`,
      en: `The file’s content is not what its name says, or is damaged. Taken here: ${extensions}. Open it in its program, save it anew, and ask for a new upload.`,
    }),
  encrypted: () =>
    refusal('FILE_ENCRYPTED', 422, {
      'zh-CN':
        '该 PDF 已加密或限制了权限，无法查毒和打印。请解除密码与权限限制（例如用“打印”另存为 PDF），再重新申请上传。',
      en: 'The PDF is encrypted or restricted, so that it can be neither scanned nor printed. Remove the password and the restrictions (printing it to a new PDF does), and ask for a new upload.',
    }),
  active: () =>
    refusal('FILE_ACTIVE_CONTENT', 422, {
      'zh-CN': '该 PDF 含有脚本、动态表单或会启动程序的动作。请用“打印”另存为普通 PDF，再重新申请上传。',
      en: 'The PDF has scripts, a form that is a program, or actions that start programs. Print it to a plain PDF, and ask for a new upload.',
    }),
  carrying: () =>
    refusal('FILE_CARRIES_FILES', 422, {
      'zh-CN': '该 PDF 中嵌有其他文件。请将它们取出，用“打印”另存为普通 PDF，再分别申请上传。',
      en: 'The PDF carries other files. Take them out, print it to a plain PDF, and ask for an upload of each.',
    }),
  damaged: () =>
    refusal('FILE_DAMAGED', 422, {
      'zh-CN': '文件已损坏，或其结构无法检查。请打开核对内容，重新扫描或另存，再重新申请上传。',
      en: 'The file is damaged, or built in a way that can’t be checked. Open it, scan it or save it anew, and ask for a new upload.',
    }),
  pictureTooLarge: (width: number, height: number) =>
    refusal('PICTURE_TOO_LARGE', 422, {
      'zh-CN': `图片为 ${width} × ${height} 像素，过大。请以 300 dpi 重新扫描或缩小，再重新申请上传。`,
      en: `The picture has ${width} × ${height} points, which is too many. Scan it at 300 dpi or make it smaller, and ask for a new upload.`,
    }),
  inQuarantine: () =>
    refusal('FILE_IN_QUARANTINE', 409, {
      'zh-CN': '文件正在查毒，暂时不能下载。请稍后重试。',
      en: 'The file is still being scanned for malware and can’t be downloaded. Try again later.',
    }),
  storageUnavailable: () =>
    refusal('FILE_STORAGE_UNAVAILABLE', 503, {
      'zh-CN': '文件存储暂时不可用，没有收存或读出。请稍后用同一地址重试；如持续出现，请联系管理员。',
      en: 'The storage of files can’t be reached at the moment; nothing was stored or read. Try the same address again later; if it lasts, tell the administrator.',
    }),
  refusedBefore: () =>
    refusal('FILE_REFUSED', 409, {
      'zh-CN': '该文件此前因内容不符被拒收。请用 requestUpload 重新申请上传。',
      en: 'The file was refused before because of its content. Ask for a new upload by requestUpload.',
    }),
  storedOther: () =>
    refusal('FILE_ALREADY_STORED', 409, {
      'zh-CN': '该地址已收存另一份内容，不会被替换。新的内容请用 requestUpload 重新申请上传。',
      en: 'Another content is stored at this address and stays. For the new one, ask for an upload by requestUpload.',
    }),
  notStored: () =>
    refusal('FILE_NOT_STORED', 404, {
      'zh-CN': '该文件尚未上传，或已被拒收。',
      en: 'The file hasn’t been uploaded yet, or was refused.',
    }),
  pieceMalformed: (size: number) =>
    refusal('FILE_PIECE_MISPLACED', 416, {
      'zh-CN': `Content-Range 应为 bytes 起-止/${size}（从 0 起，止位也包含在内），或 bytes */${size} 以查询已收到多少。`,
      en: `Content-Range is bytes first-last/${size}, counted from 0 and with the last one included, or bytes */${size} to ask how much is there.`,
    }),
  pieceMisplaced: (received: number) =>
    refusal('FILE_PIECE_MISPLACED', 416, {
      'zh-CN': `已收到 ${bytes(received)['zh-CN']}；请从第 ${received} 字节（从 0 起）继续发送。`,
      en: `${bytes(received).en} are there; go on with byte ${received}, counted from 0.`,
    }),
  encoded: () =>
    refusal('UNSUPPORTED_MEDIA_TYPE', 415, {
      'zh-CN': '请原样发送文件，不要使用 Content-Encoding。',
      en: 'Send the file as it is, without Content-Encoding.',
    }),
  stalled: (patience: number) =>
    refusal('REQUEST_TIMEOUT', 408, {
      'zh-CN': `已有 ${patience / 1000} 秒没有收到内容。请向同一地址重新发送整个文件。`,
      en: `Nothing came for ${patience / 1000} seconds. Send the whole file again to the same address.`,
    }),
  aborted: () =>
    refusal('REQUEST_ABORTED', 400, {
      'zh-CN': '连接中断，文件没有收存。请向同一地址重新发送整个文件。',
      en: 'The connection broke, and nothing was stored. Send the whole file again to the same address.',
    }),
}

function refusal(code: ErrorCode, status: number, messages: LocalizedText): GraphQLError {
  return requestError(code, messages, { status })
}

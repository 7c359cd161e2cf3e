using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SearchNews.Search.Embedded;
using SearchNews.Search.Requests;

namespace SearchNews.Search.Paging;

/// <summary>
/// Positions as text for one process: base64url of a little-endian record that ends with a code (HMAC-SHA-256, cut to 16 bytes) over the record and the <see cref="ListIdentity"/>. Nobody can
/// make one up, and none goes with another list. Thread-safe.
/// <code>
/// byte  version 1
/// int64 process     which of all processes wrote it
/// int64 pin
/// int32 page
/// int32 doc, int64 bits of the key, int64 published (ms): the last hit shown
/// int64 now (ticks, UTC)
/// int64 from (ticks, UTC), or -1
/// byte[16] code
/// </code>
/// </summary>
internal sealed class CursorFormat
{
    private const byte Version = 1;
    private const int RecordBytes = 57;
    private const int CodeBytes = 16;
    private const int Bytes = RecordBytes + CodeBytes;
    private const string Parameter = "cursor";

    /// <summary>Characters of a cursor.</summary>
    public const int Length = ((Bytes * 8) + 5) / 6;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly long _process = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(long)));

    /// <summary>Writes a position in the list that a request asks for.</summary>
    public string Write(CursorPosition position, SearchRequest request)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt64LittleEndian(bytes[1..], _process);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[9..], position.Pin);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[17..], position.Page);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[21..], position.After.Doc);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[25..], position.After.Key);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[33..], position.After.PublishedAt);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[41..], position.Now.UtcTicks);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[49..], position.From?.UtcTicks ?? -1);
        Sign(bytes[..RecordBytes], request, bytes[RecordBytes..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a position in the list that a request asks for.</summary>
    /// <exception cref="InvalidRequestException">It is no cursor, or that of another list.</exception>
    /// <exception cref="CursorExpiredException">Another process wrote it, such as the one before a restart.</exception>
    public CursorPosition Read(string text, SearchRequest request)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        if (text.Length != Length || Base64Url.DecodeFromChars(text, bytes, out _, out int written) != OperationStatus.Done || written != Bytes || bytes[0] != Version)
            throw new InvalidRequestException(Parameter, "is no cursor; take it from an answer as it is, or leave it out for the first page.");
        if (BinaryPrimitives.ReadInt64LittleEndian(bytes[1..]) != _process)
            throw new CursorExpiredException("The cursor was given before the service was started; start again with the first page.");
        Span<byte> code = stackalloc byte[CodeBytes];
        Sign(bytes[..RecordBytes], request, code);
        if (!CryptographicOperations.FixedTimeEquals(code, bytes[RecordBytes..]))
            throw new InvalidRequestException(Parameter, "does not go with this search: query, filters, sort, group and ranking stay as they were on the first page; only size, facets, fields, highlight and explain may change.");
        long from = BinaryPrimitives.ReadInt64LittleEndian(bytes[49..]);
        return new CursorPosition(
            BinaryPrimitives.ReadInt64LittleEndian(bytes[9..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[17..]),
            new RankedHit(
                BinaryPrimitives.ReadInt32LittleEndian(bytes[21..]),
                BinaryPrimitives.ReadDoubleLittleEndian(bytes[25..]),
                BinaryPrimitives.ReadInt64LittleEndian(bytes[33..])),
            new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(bytes[41..]), TimeSpan.Zero),
            from < 0 ? null : new DateTimeOffset(from, TimeSpan.Zero));
    }

    private void Sign(ReadOnlySpan<byte> record, SearchRequest request, Span<byte> code)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, [.. record, .. Encoding.UTF8.GetBytes(ListIdentity.Of(request))], hash);
        hash[..CodeBytes].CopyTo(code);
    }
}

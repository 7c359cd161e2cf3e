using System.Security.Cryptography;
using SearchNews.Lucene.Codecs;

namespace SearchNews.Lucene.Index;

/// <summary>
/// Makes the 16-byte ids of segments and commits. They tell files of different segments apart, also those of different indexes, so they come from the system's
/// random numbers unless a test wants the same bytes every time. Thread-safe.
/// </summary>
internal sealed class SegmentIds(int? seed)
{
    private readonly Random? _random = seed is { } s ? new Random(s) : null;

    public byte[] Next()
    {
        var id = new byte[CodecUtil.IdLength];
        if (_random is null) RandomNumberGenerator.Fill(id);
        else lock (_random) _random.NextBytes(id);
        return id;
    }
}

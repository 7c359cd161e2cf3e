using System.Text.Unicode;

namespace SearchNews.Lucene.Index.Buffering;

/// <summary>Turns terms into UTF-8 in a buffer of its own. A lone surrogate becomes U+FFFD, as in Lucene. One thread.</summary>
internal sealed class TermEncoder
{
    private readonly byte[] _bytes = new byte[3 * IndexLimits.MaxTermLength];

    /// <summary>The UTF-8 of a term; valid until the next call.</summary>
    /// <exception cref="InvalidDocumentException">It is longer than <see cref="IndexLimits.MaxTermLength"/> bytes.</exception>
    public ReadOnlySpan<byte> Encode(ReadOnlySpan<char> term, string field)
    {
        // No unit takes less than one byte or more than three.
        if (term.Length > IndexLimits.MaxTermLength) throw TooLong(term, field);
        Utf8.FromUtf16(term, _bytes, out _, out int length);
        if (length > IndexLimits.MaxTermLength) throw TooLong(term, field);
        return _bytes.AsSpan(0, length);
    }

    private static InvalidDocumentException TooLong(ReadOnlySpan<char> term, string field) =>
        new(field, $"has a term of {System.Text.Encoding.UTF8.GetByteCount(term)} bytes; at most {IndexLimits.MaxTermLength} can be indexed. It starts with '{term[..30]}'.");
}

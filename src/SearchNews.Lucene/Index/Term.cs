using System.Text;

namespace SearchNews.Lucene.Index;

/// <summary>A term of a field: the unit of indexing and look-up. Immutable; equal when field and bytes are.</summary>
public sealed class Term : IEquatable<Term>, IComparable<Term>
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _bytes;
    private string? _text;

    // 0 until asked for; made twice when two threads ask at once.
    private int _hash;

    /// <summary>A term of text, which is indexed as UTF-8.</summary>
    public Term(string field, string text)
        : this(field, Encoding.UTF8.GetBytes(text)) => _text = text;

    /// <summary>A term of bytes, which are copied.</summary>
    public Term(string field, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(field);
        Field = field;
        _bytes = bytes.ToArray();
    }

    /// <summary>The field.</summary>
    public string Field { get; }

    /// <summary>The term as the dictionary holds it.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The term as text, or its bytes in hexadecimal (<c>[ff 0]</c>) when they are not UTF-8.</summary>
    public string Text => _text ??= ToText(_bytes);

    /// <summary>Bytes of a term as text, or in hexadecimal (<c>[ff 0]</c>) when they are not UTF-8.</summary>
    public static string ToText(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return $"[{string.Join(' ', bytes.ToArray().Select(b => b.ToString("x")))}]";
        }
    }

    /// <inheritdoc/>
    public bool Equals(Term? other) => other is not null && string.Equals(Field, other.Field, StringComparison.Ordinal) && Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Term);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = MakeHash();

    /// <summary>By field (ordinal), then by bytes (unsigned).</summary>
    public int CompareTo(Term? other)
    {
        if (other is null) return 1;
        int fields = string.CompareOrdinal(Field, other.Field);
        return fields != 0 ? fields : Bytes.SequenceCompareTo(other.Bytes);
    }

    /// <summary><c>field:text</c>.</summary>
    public override string ToString() => $"{Field}:{Text}";

    private int MakeHash()
    {
        var hash = default(HashCode);
        hash.Add(Field, StringComparer.Ordinal);
        hash.AddBytes(_bytes);
        return hash.ToHashCode();
    }
}

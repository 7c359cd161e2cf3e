using System.Buffers;
using System.Buffers.Text;
using System.Globalization;

namespace SearchNews.Search.Indexing.Manifests;

/// <summary>
/// The first 128 bits of the SHA-256 of a file's content: enough to tell contents apart, and small to keep; all 0 when it could not be read. Two halves, not a
/// <see cref="UInt128"/>: code that touches one of those is never compiled ahead of time, as its layout may still change, and an update would wait for it.
/// </summary>
/// <param name="Upper">The first 64 bits.</param>
/// <param name="Lower">The next 64 bits.</param>
internal readonly record struct ContentHash(ulong Upper, ulong Lower)
{
    /// <summary>Digits in hex.</summary>
    public const int Digits = 2 * HalfDigits;

    private const int HalfDigits = 16;
    private static readonly StandardFormat Hex = new('x', HalfDigits);

    /// <summary>The part of a content hash (64 hex digits, or empty) that is kept.</summary>
    public static ContentHash Of(string contentHash) => contentHash.Length == 0
        ? default
        : new ContentHash(Half(contentHash.AsSpan(0, HalfDigits)), Half(contentHash.AsSpan(HalfDigits, HalfDigits)));

    /// <summary>Reads <see cref="Digits"/> hex digits.</summary>
    public static bool TryParse(ReadOnlySpan<byte> digits, out ContentHash hash)
    {
        hash = default;
        if (digits.Length != Digits
            || !Utf8Parser.TryParse(digits[..HalfDigits], out ulong upper, out int first, 'x') || first != HalfDigits
            || !Utf8Parser.TryParse(digits[HalfDigits..], out ulong lower, out int second, 'x') || second != HalfDigits)
        {
            return false;
        }

        hash = new ContentHash(upper, lower);
        return true;
    }

    /// <summary>Writes the digits, for which there must be room.</summary>
    public void Write(Span<byte> digits)
    {
        Utf8Formatter.TryFormat(Upper, digits, out _, Hex);
        Utf8Formatter.TryFormat(Lower, digits[HalfDigits..], out _, Hex);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Upper:x16}{Lower:x16}");

    private static ulong Half(ReadOnlySpan<char> digits) => ulong.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}

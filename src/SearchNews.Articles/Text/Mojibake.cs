using System.Buffers;
using System.Text;

namespace SearchNews.Articles.Text;

/// <summary>
/// Repairs UTF-8 that was read as Windows-1252 or Latin-1 (`â€“` for an en dash), where that is certain. Pure, linear.
/// </summary>
/// <remarks>
/// Each repaired piece re-encodes to bytes that are one strict UTF-8 character. That alone proves little: `CAFÉ»` and `BEYONCÉ’S`
/// pass it too. So a piece is repaired only when its characters do not meet in any language (see <see cref="IsStrong"/>), or
/// when the text holds a run that no language has: three two-byte or two longer pieces side by side, as Cyrillic and
/// Chinese give. Everything else stays as it is.
/// </remarks>
internal static class Mojibake
{
    /// <summary>Text that went through the mistake more than this often stays broken.</summary>
    private const int MaxPasses = 3;

    private const int MaxPieceLength = 4;

    /// <summary>The repaired text; the same instance when there is nothing to repair.</summary>
    public static string Repair(string text)
    {
        for (int pass = 0; pass < MaxPasses; pass++)
        {
            string repaired = RepairOnce(text);
            if (ReferenceEquals(repaired, text))
                break;
            text = repaired;
        }

        return text;
    }

    private static string RepairOnce(string text)
    {
        bool evident = HasEvidentRun(text);
        StringBuilder? repaired = null;
        int copied = 0;
        for (int i = 0; i < text.Length;)
        {
            if (!TryPiece(text.AsSpan(i), out Rune rune, out int length) || !(evident || IsStrong(text, i, length)))
            {
                i++;
                continue;
            }

            repaired ??= new StringBuilder(text.Length);
            repaired.Append(text, copied, i - copied).Append(rune.ToString());
            i += length;
            copied = i;
        }

        return repaired is null ? text : repaired.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool HasEvidentRun(string text)
    {
        int twos = 0;
        int longer = 0;
        for (int i = 0; i < text.Length;)
        {
            if (!TryPiece(text.AsSpan(i), out _, out int length))
            {
                twos = longer = 0;
                i++;
                continue;
            }

            twos += length == 2 ? 1 : 0;
            longer += length > 2 ? 1 : 0;
            if (twos >= 3 || longer >= 2)
                return true;
            i += length;
        }

        return false;
    }

    /// <summary>Reads characters that are the bytes of one UTF-8 character of two or more bytes.</summary>
    private static bool TryPiece(ReadOnlySpan<char> text, out Rune rune, out int length)
    {
        rune = default;
        length = 0;
        if (text[0] is < '\u00C2' or > '\u00F4' || text.Length < 2)
            return false;

        Span<byte> bytes = stackalloc byte[MaxPieceLength];
        int count = 0;
        while (count < MaxPieceLength && count < text.Length && Windows1252.ToByte(text[count]) is >= 0x80 and var value)
            bytes[count++] = (byte)value;
        return Rune.DecodeFromUtf8(bytes[..count], out rune, out length) == OperationStatus.Done && length > 1;
    }

    /// <summary>Whether the piece is certain by itself. Each line says what legal text would need to look like it.</summary>
    private static bool IsStrong(string text, int at, int length)
    {
        int second = Windows1252.ToByte(text[at + 1]);
        switch (text[at])
        {
            case 'Â': // U+00A0 to U+00BF. A capital Â, then a sign: never.
                return second >= 0xA0;
            case 'Ã': // U+00C0 to U+00FF. Portuguese capitals end in Ã (MAÇÃ), before … ‘ ’ “ ” – — » only.
                return second is not (0x85 or 0x91 or 0x92 or 0x93 or 0x94 or 0x96 or 0x97 or 0xBB) || BeginsWord(text, at, length);
            case 'â': // Punctuation, currency, letter-like, arrows, mathematics, dingbats. An â, then € ‚ „ † ˆ ‰ œ: never.
                return length == 3 && second is 0x80 or 0x82 or 0x84 or 0x86 or 0x88 or 0x89 or 0x9C;
            case 'ï': // Ligatures ﬀ to ﬆ, U+FE0F, U+FEFF, U+FFFD: control characters or ¿ and ½ after a sign.
                return length == 3 && (second, Windows1252.ToByte(text[at + 2]))
                    is (0xAC, <= 0x86) or (0xB8, 0x8F) or (0xBB, 0xBF) or (0xBF, 0xBD);
            case 'ð': // Emoji. An ð, then Ÿ: never.
                return length == 4 && second == 0x9F;
            default:
                return false;
        }
    }

    /// <summary>Letters follow and none comes before: `Ã–sterreich`, not the end of a word in capitals.</summary>
    private static bool BeginsWord(string text, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && at + length < text.Length && char.IsAsciiLetter(text[at + length]);
}

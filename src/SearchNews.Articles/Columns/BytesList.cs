using System.Text;

namespace SearchNews.Articles.Columns;

/// <summary>
/// A list of byte strings that may become very long, texts in UTF-8 above all: each takes its length and four bytes, where strings of .NET take more than three times as much. One thread; many while nobody adds.
/// </summary>
public sealed class BytesList
{
    private const int BlockBits = 9;
    private const int BlockLength = 1 << BlockBits;
    private const int FirstBytes = 256;

    // Bytes from which on the order of UTF-8 is not that of UTF-16: E000 to FFFF, then what UTF-16 has as surrogates, D800 to DFFF.
    private const byte FirstAfterSurrogates = 0xEE;
    private const byte FirstOfFourBytes = 0xF0;

    // The strings of a block stand one behind the other. String i ends at _ends[i] of its block.
    private readonly List<byte[]> _blocks = [];
    private readonly BlockList<int> _ends = new();

    /// <summary>How many strings there are.</summary>
    public int Count => _ends.Count;

    /// <summary>A string; not valid any more once another is added.</summary>
    public ReadOnlySpan<byte> this[int index] => _blocks[index >> BlockBits].AsSpan(StartOf(index)..(_ends[index]));

    /// <summary>A string as the text it is the UTF-8 of.</summary>
    public string TextOf(int index) => Encoding.UTF8.GetString(this[index]);

    /// <summary>Adds a text of valid Unicode at the end.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        Encoding.UTF8.GetBytes(text, Append(length));
    }

    /// <summary>Adds a string at the end.</summary>
    public void Add(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Append(bytes.Length));

    /// <summary>Compares two strings as texts by UTF-16 units, as <see cref="string.CompareOrdinal(string, string)"/> does.</summary>
    public int Compare(int left, int right)
    {
        ReadOnlySpan<byte> a = this[left];
        ReadOnlySpan<byte> b = this[right];
        int at = a.CommonPrefixLength(b);
        if (at == a.Length || at == b.Length) return a.Length - b.Length;
        bool isAstral = a[at] >= FirstOfFourBytes;
        if (isAstral == b[at] >= FirstOfFourBytes) return a[at] - b[at];

        // Only one is written with surrogates, which stand before E000 to FFFF and behind everything else.
        int order = isAstral ? -1 : 1;
        return (isAstral ? b[at] : a[at]) >= FirstAfterSurrogates ? order : -order;
    }

    private int StartOf(int index) => (index & (BlockLength - 1)) == 0 ? 0 : _ends[index - 1];

    private Span<byte> Append(int length)
    {
        int index = Count;
        if ((index & (BlockLength - 1)) == 0) StartBlock();
        int start = StartOf(index);
        int end = checked(start + length);
        byte[] block = _blocks[^1];
        if (end > block.Length) _blocks[^1] = block = Resized(block, Math.Max(end, 2 * block.Length));
        _ends.Add(end);
        return block.AsSpan(start, length);
    }

    // What the block before did not need is given back. The next will be about as long.
    private void StartBlock()
    {
        int length = FirstBytes;
        if (_blocks.Count > 0)
        {
            length = _ends[Count - 1];
            _blocks[^1] = Resized(_blocks[^1], length);
        }

        _blocks.Add(new byte[length]);
    }

    private static byte[] Resized(byte[] block, int length)
    {
        Array.Resize(ref block, length);
        return block;
    }
}

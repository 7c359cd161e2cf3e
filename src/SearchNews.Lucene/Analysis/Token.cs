using System.Runtime.InteropServices;

namespace SearchNews.Lucene.Analysis;

/// <summary>
/// The current token of a <see cref="TokenStream"/>, shared by every filter of the chain and overwritten in place.
/// </summary>
/// <remarks>
/// Belongs to one thread and one chain. Nothing may keep <see cref="Term"/> or <see cref="Buffer"/> past the next
/// <see cref="TokenStream.IncrementToken"/>. Offsets are UTF-16 units of the text given to the chain, start inclusive,
/// end exclusive; they stay as the tokenizer saw them when a filter changes the term.
/// </remarks>
public sealed class Token
{
    // A StandardTokenizer term has at most 255 units; folding makes at most four of one.
    private const int InitialCapacity = 256;

    /// <summary>The <see cref="WordKey"/> of a term that is not known.</summary>
    internal const long NoWord = -1;

    private char[] _buffer = new char[InitialCapacity];
    private int _length;

    /// <summary>The term's units in place, <see cref="Length"/> of them; replaced when the buffer grows.</summary>
    public char[] Buffer => _buffer;

    /// <summary>Units of the term. May be set to at most the capacity of <see cref="Buffer"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or beyond the buffer.</exception>
    public int Length
    {
        get => _length;
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)value, (uint)_buffer.Length, nameof(value));
            _length = value;
        }
    }

    /// <summary>The term. Valid until the next token.</summary>
    public ReadOnlySpan<char> Term => MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(_buffer), _length);

    /// <summary>Distance in positions from the token before; 1 unless tokens were removed between them.</summary>
    public int PositionIncrement { get; set; } = 1;

    /// <summary>First unit of the token in the original text.</summary>
    public int StartOffset { get; set; }

    /// <summary>Unit after the last one of the token in the original text.</summary>
    public int EndOffset { get; set; }

    /// <summary>
    /// Stands for the term as long as it is what a <see cref="WordCacheFilter"/> made of a word it knows: equal keys mean equal terms, in all chains and for ever. In the low half is the
    /// word's number, which is below <see cref="WordCacheFilter.MaxWords"/>. <see cref="NoWord"/> when nobody knows.
    /// </summary>
    internal long WordKey { get; set; } = NoWord;

    /// <summary>Makes room for <paramref name="capacity"/> units, keeping the term, and returns the buffer.</summary>
    public char[] EnsureCapacity(int capacity)
    {
        if (capacity > _buffer.Length)
            Array.Resize(ref _buffer, Math.Max(capacity, _buffer.Length * 2));
        return _buffer;
    }

    /// <summary>Replaces the term.</summary>
    public void SetTerm(ReadOnlySpan<char> term)
    {
        term.CopyTo(EnsureCapacity(term.Length));
        _length = term.Length;
    }

    /// <summary>Replaces the whole token.</summary>
    public void Set(ReadOnlySpan<char> term, int startOffset, int endOffset, int positionIncrement = 1)
    {
        SetTerm(term);
        StartOffset = startOffset;
        EndOffset = endOffset;
        PositionIncrement = positionIncrement;
    }

    /// <inheritdoc/>
    public override string ToString() => new(Term);
}

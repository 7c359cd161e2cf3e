using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Reads terms of a <see cref="TermsDictionary"/>; keeps the last one, so ascending ordinals are cheap. One thread.</summary>
internal sealed class TermsDictionaryCursor(TermsDictionary dictionary)
{
    private readonly IndexInput _input = dictionary.Terms.Clone();
    private byte[] _term = [];
    private int _length;
    private long _ord = -1;

    /// <summary>The term of an ordinal; valid until the next call.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such ordinal.</exception>
    public ReadOnlySpan<byte> LookupOrd(long ord)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ord);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ord, dictionary.Size);
        long block = ord >> TermsDictionaryFormat.BlockShift;
        if (_ord < 0 || ord < _ord || _ord >> TermsDictionaryFormat.BlockShift != block) SeekBlock(block);
        while (_ord < ord) ReadSuffix();
        return Current;
    }

    /// <summary>The ordinal of a term, or -(insertion point) - 1.</summary>
    public long LookupTerm(ReadOnlySpan<byte> term)
    {
        if (dictionary.Size == 0) return -1;
        (long low, long high) = dictionary.BlocksAround(term);
        while (high - low > 1)
        {
            long middle = (low + high) >>> 1;
            SeekBlock(middle);
            if (Current.SequenceCompareTo(term) <= 0) low = middle;
            else high = middle;
        }

        SeekBlock(low);
        long end = Math.Min((low + 1) << TermsDictionaryFormat.BlockShift, dictionary.Size);
        while (true)
        {
            int order = Current.SequenceCompareTo(term);
            if (order == 0) return _ord;
            if (order > 0) return -_ord - 1;
            if (_ord + 1 == end) return -end - 1;
            ReadSuffix();
        }
    }

    private ReadOnlySpan<byte> Current => _term.AsSpan(0, _length);

    private void SeekBlock(long block)
    {
        // Until the block's first term is read there is none: a damaged block must not leave half of one behind.
        _ord = -1;
        _input.Position = dictionary.BlockOffset(block);
        ReadBytes(0, _input.ReadVInt("term length", dictionary.MaxLength));
        _ord = block << TermsDictionaryFormat.BlockShift;
    }

    private void ReadSuffix()
    {
        long ord = _ord;
        _ord = -1;
        int token = _input.ReadByte();
        int prefix = token & TermsDictionaryFormat.MaxInToken;
        int suffix = (token >> 4) + 1;
        if (prefix == TermsDictionaryFormat.MaxInToken) prefix += _input.ReadVInt("term prefix", dictionary.MaxLength);
        if (suffix == TermsDictionaryFormat.MaxInToken + 1) suffix += _input.ReadVInt("term suffix", dictionary.MaxLength);
        if (prefix > _length || suffix > dictionary.MaxLength - prefix)
            throw new CorruptIndexException($"term {ord + 1} takes {prefix} bytes of {_length} and {suffix} more; none is longer than {dictionary.MaxLength}", _input.Name, _input.Position);
        ReadBytes(prefix, suffix);
        _ord = ord + 1;
    }

    private void ReadBytes(int prefix, int suffix)
    {
        if (prefix + suffix > _term.Length) Array.Resize(ref _term, Math.Min(dictionary.MaxLength, Math.Max(2 * _term.Length, prefix + suffix)));
        _input.ReadBytes(_term.AsSpan(prefix, suffix));
        _length = prefix + suffix;
    }
}

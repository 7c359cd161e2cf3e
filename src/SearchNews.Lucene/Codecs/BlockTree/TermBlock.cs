using System.Diagnostics.CodeAnalysis;
using SearchNews.Lucene.Codecs.Compressing;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.BlockTree;

/// <summary>
/// One parsed block: the ends of its suffixes, so that it can be searched by halving, and cursors to decode statistics and metadata of its
/// terms when asked. Reused for other blocks of the field without allocation; belongs to one thread.
/// </summary>
/// <param name="field">The field.</param>
/// <param name="input">A cursor over .tim that belongs to the same thread; left anywhere.</param>
internal sealed partial class TermBlock(BlockTreeTerms field, IndexInput input)
{
    private const int NotLoaded = -1;
    private const long NoBlock = -1;

    private long _fp = NotLoaded;
    private bool _isLeaf;
    private int[] _ends = new int[BlockTreeFormat.MaxItemsInBlock];

    // Only where there are sub-blocks: fp of each, or NoBlock for a term; and the number of terms before each entry.
    private long[] _subBlocks = [];
    private int[] _ordinals = [];

    // The suffixes: in the file, or unpacked here when the length is not 0.
    private int _suffixStart;
    private int _suffixLength;
    private byte[] _unpacked = [];
    private bool _isUnpacked;

    /// <summary>Length of the prefix that all entries share.</summary>
    public int PrefixLength { get; private set; }

    /// <summary>Number of entries.</summary>
    public int Count { get; private set; }

    /// <summary>No floor block of the same prefix follows.</summary>
    public bool IsLast { get; private set; }

    /// <summary>Where the block ends, exclusive: there the next floor block begins, if any.</summary>
    public long EndFP { get; private set; }

    private ReadOnlySpan<byte> Suffixes => _isUnpacked ? _unpacked.AsSpan(0, _suffixLength) : input.Span.Slice(_suffixStart, _suffixLength);

    /// <summary>Parses a block, unless it is the one parsed last.</summary>
    /// <param name="fp">Where it begins in .tim.</param>
    /// <param name="prefixLength">Length of its prefix.</param>
    /// <param name="limit">Where it must end at the latest.</param>
    /// <exception cref="CorruptIndexException">The block is damaged.</exception>
    public void Load(long fp, int prefixLength, long limit)
    {
        if (fp == _fp && prefixLength == PrefixLength) return;
        _fp = NotLoaded;
        if (fp < field.BlocksStart || fp >= limit) ThrowCorrupt($"block expected between {field.BlocksStart} and {limit}, got {fp}", fp);
        input.Position = fp;
        int code = input.ReadVInt("number of entries", int.MaxValue);
        Count = code >>> 1;
        IsLast = (code & 1) != 0;
        PrefixLength = prefixLength;
        ReadSuffixes();
        ReadLengths(fp);
        LocateTermData();
        EndFP = input.Position;
        if (EndFP > limit) ThrowCorrupt($"block must end at {limit}, ends at {EndFP}", fp);
        _fp = fp;
    }

    /// <summary>What entry <paramref name="index"/> adds to the prefix. Valid until the next load.</summary>
    public ReadOnlySpan<byte> Suffix(int index)
    {
        int start = index == 0 ? 0 : _ends[index - 1];
        return Suffixes[start.._ends[index]];
    }

    /// <summary>True when the entry is a term, false when it is a sub-block.</summary>
    public bool IsTerm(int index) => _isLeaf || _subBlocks[index] == NoBlock;

    /// <summary>Where the (first) block of a sub-block entry begins.</summary>
    public long SubBlockFP(int index) => _subBlocks[index];

    /// <summary>The entry of the sub-block at <paramref name="fp"/>, -1 when there is none.</summary>
    public int IndexOfSubBlock(long fp) => _isLeaf ? -1 : _subBlocks.AsSpan(0, Count).IndexOf(fp);

    /// <summary>The first entry whose suffix is at or above <paramref name="suffix"/>, <see cref="Count"/> when there is none.</summary>
    /// <param name="suffix">What a term has behind the prefix.</param>
    /// <param name="isExact">The entry is that very term.</param>
    public int Ceiling(ReadOnlySpan<byte> suffix, out bool isExact)
    {
        ReadOnlySpan<byte> suffixes = Suffixes;
        ReadOnlySpan<int> ends = _ends.AsSpan(0, Count);
        int low = 0;
        int high = Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int start = middle == 0 ? 0 : ends[middle - 1];
            int order = suffixes[start..ends[middle]].SequenceCompareTo(suffix);
            if (order == 0)
            {
                isExact = IsTerm(middle);
                return middle;
            }

            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        isExact = false;
        return low;
    }

    /// <summary>Reports that the index leads to a sub-block which this block does not hold.</summary>
    [DoesNotReturn]
    public void ThrowMissingSubBlock(long fp) => ThrowCorrupt($"block at {_fp} should hold the sub-block at {fp}", _fp);

    /// <summary>Reports that a sub-block lies among blocks that were visited already.</summary>
    [DoesNotReturn]
    public void ThrowSharedSubBlock(long fp, long start) => ThrowCorrupt($"sub-block of the block at {_fp} expected at {start} or later, got {fp}", _fp);

    private void ReadSuffixes()
    {
        long at = input.Position;
        long code = input.ReadVLong();
        _isLeaf = (code & 4) != 0;
        long length = code >>> 3;
        var compression = (SuffixCompression)(code & 3);
        long max = compression switch
        {
            SuffixCompression.None => input.Remaining,
            SuffixCompression.LowercaseAscii => LowercaseAscii.MaxUnpackedLength(input.Remaining),
            SuffixCompression.Lz4 => BlockTreeFormat.MaxSuffixBytes,
            _ => -1,
        };

        // Only one suffix, the first, can be empty.
        if (length > Math.Min(max, BlockTreeFormat.MaxSuffixBytes) || Count == 0 || Count - 1 > length)
            ThrowCorrupt($"block of {Count} entries with {length} suffix bytes, compression {(int)compression}: impossible", at);

        _suffixLength = (int)length;
        _isUnpacked = compression != SuffixCompression.None;
        if (!_isUnpacked)
        {
            _suffixStart = (int)input.Position;
            input.Skip(length);
            return;
        }

        if (_unpacked.Length < length) _unpacked = new byte[Math.Max(_unpacked.Length * 2L, length)];
        if (compression == SuffixCompression.Lz4) Lz4Decompressor.Decompress(input, _unpacked, 0, _suffixLength, 0);
        else LowercaseAscii.Decompress(input, _unpacked.AsSpan(0, _suffixLength));
    }

    private void ReadLengths(long fp)
    {
        long at = input.Position;
        if (_ends.Length < Count) _ends = new int[Math.Max(_ends.Length * 2L, Count)];
        if (!_isLeaf && _subBlocks.Length < Count)
        {
            _subBlocks = new long[_ends.Length];
            _ordinals = new int[_ends.Length];
        }

        var lengths = new SuffixLengthReader(input);
        if (_isLeaf) ReadLeafLengths(ref lengths, at);
        else ReadInnerLengths(ref lengths, fp, at);
        if (!lengths.IsAtEnd || _ends[Count - 1] != _suffixLength)
            ThrowCorrupt($"suffix lengths of {Count} entries add up to {_ends[Count - 1]}, expected {_suffixLength}", at);
    }

    private void ReadLeafLengths(ref SuffixLengthReader lengths, long at)
    {
        if (PrefixLength <= IndexLimits.MaxTermLength - 0x80 && lengths.TryReadShort(_ends.AsSpan(0, Count))) return;
        int end = 0;
        for (int i = 0; i < Count; i++)
        {
            end = AddLength(i, end, lengths.ReadVInt(), at);
            _ends[i] = end;
        }
    }

    private void ReadInnerLengths(ref SuffixLengthReader lengths, long fp, long at)
    {
        int end = 0;
        int terms = 0;
        long previous = field.BlocksStart - 1;
        for (int i = 0; i < Count; i++)
        {
            int code = lengths.ReadVInt();
            end = AddLength(i, end, code >>> 1, at);
            _ends[i] = end;
            _ordinals[i] = terms;
            if ((code & 1) == 0)
            {
                _subBlocks[i] = NoBlock;
                terms++;
                continue;
            }

            // Blocks are written children first, in order: so each lies before its parent and behind its left neighbour.
            long block = fp - lengths.ReadVLong();
            if (block <= previous || block >= fp || code >>> 1 == 0) ThrowCorrupt($"sub-block {i} of the block at {fp} expected between {previous + 1} and {fp - 1}, got {block}", at);
            _subBlocks[i] = block;
            previous = block;
        }
    }

    private int AddLength(int index, int end, int length, long at)
    {
        if ((uint)length > (uint)(_suffixLength - end) || length > IndexLimits.MaxTermLength - PrefixLength || (length == 0 && index > 0))
            ThrowCorrupt($"suffix {index} has {length} bytes, {_suffixLength - end} are left behind a prefix of {PrefixLength}", at);
        return end + length;
    }

    [DoesNotReturn]
    private void ThrowCorrupt(string message, long offset) => throw new CorruptIndexException($"field '{field.Field.Name}': {message}", input.Name, offset);
}

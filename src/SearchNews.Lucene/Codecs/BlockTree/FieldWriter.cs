using System.Runtime.InteropServices;
using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;
using SearchNews.Lucene.Util.Fst;

namespace SearchNews.Lucene.Codecs.BlockTree;

/// <summary>
/// Writes one field's terms: postings as they come, blocks as soon as enough entries with a common prefix are complete, the index at the end.
/// </summary>
/// <remarks>
/// Terms and finished blocks wait on a stack. When a term leaves a prefix of the one before behind, and the stack holds at least
/// <see cref="BlockTreeFormat.MinItemsInBlock"/> entries with that prefix on top, they are written and replaced by one entry for the prefix; longer prefixes come
/// first. What is left at the end becomes the root block, with the empty prefix.
/// </remarks>
internal sealed class FieldWriter
{
    private readonly FieldInfo _field;
    private readonly Lucene84PostingsWriter _postings;
    private readonly BlockWriter _blocks;
    private readonly Bits _docsSeen;
    private readonly BlockTermState _state = new();

    private readonly List<PendingEntry> _pending = [];
    private readonly Stack<PendingEntry> _free = new();
    private readonly List<WrittenBlock> _written = [];
    private readonly List<(byte[] Prefix, byte[] Code)> _index = [];

    // _starts[i]: how many entries were pending when the first i + 1 bytes of the last term appeared.
    private int[] _starts = new int[32];
    private byte[] _last = new byte[32];
    private int _lastLength;
    private byte[] _min = [];

    private long _termCount;
    private long _sumDocFreq;
    private long _sumTotalTermFreq;

    public FieldWriter(FieldInfo field, int maxDoc, IndexOutput termsOutput, Lucene84PostingsWriter postings)
    {
        _field = field;
        _postings = postings;
        _blocks = new BlockWriter(field, termsOutput, postings);
        _docsSeen = new Bits(maxDoc);
    }

    /// <summary>Writes all terms.</summary>
    /// <param name="terms">Unpositioned; ascending.</param>
    /// <param name="metadata">The field's part of .tmd.</param>
    /// <param name="index">Where the body of the index goes: .tip.</param>
    /// <returns>False when no term has a document: nothing was written.</returns>
    public bool Write(TermsEnum terms, DataOutput metadata, IndexOutput index)
    {
        PostingsFlags flags = FlagsOf(_field);
        PostingsEnum? postings = null;
        while (terms.MoveNext())
        {
            postings = terms.Postings(flags, postings);
            if (_postings.WriteTerm(postings, _state, _docsSeen)) AddTerm(terms.Term);
        }

        if (_termCount == 0) return false;
        CloseBlocks(0);
        WriteBlocks(0, _pending.Count);
        WriteMetadata(metadata, index);
        return true;
    }

    private static PostingsFlags FlagsOf(FieldInfo field)
    {
        PostingsFlags flags = PostingsFlags.None;
        if (field.HasFreqs) flags |= PostingsFlags.Freqs;
        if (field.HasPositions) flags |= PostingsFlags.Positions;
        if (field.HasOffsets) flags |= PostingsFlags.Offsets;
        if (field.HasPayloads) flags |= PostingsFlags.Payloads;
        return flags;
    }

    private void AddTerm(ReadOnlySpan<byte> term)
    {
        ReadOnlySpan<byte> last = _last.AsSpan(0, _lastLength);
        int common = last.CommonPrefixLength(term);
        if (_termCount == 0) _min = term.ToArray();
        else CheckAbove(term, last, common);
        if (term.Length > IndexLimits.MaxTermLength)
            throw new ArgumentException($"A term of field '{_field.Name}' has {term.Length} bytes; {IndexLimits.MaxTermLength} are allowed.", nameof(term));

        CloseBlocks(common);
        if (_last.Length < term.Length)
        {
            Array.Resize(ref _last, Math.Max(_last.Length * 2, term.Length));
            Array.Resize(ref _starts, _last.Length);
        }

        _starts.AsSpan(common..term.Length).Fill(_pending.Count);
        term.CopyTo(_last);
        _lastLength = term.Length;
        Rent().SetTerm(term, _state);

        _termCount++;
        _sumDocFreq += _state.DocFreq;
        _sumTotalTermFreq += _state.TotalTermFreq;
    }

    private void CheckAbove(ReadOnlySpan<byte> term, ReadOnlySpan<byte> last, int common)
    {
        if (common == last.Length ? term.Length > common : term.Length > common && term[common] > last[common]) return;
        throw new ArgumentException(
            $"Term {Convert.ToHexString(term)} of field '{_field.Name}' must be above the one before, {Convert.ToHexString(last)}.", nameof(term));
    }

    /// <summary>Writes blocks for all prefixes of the last term that are longer than <paramref name="common"/> and have enough entries.</summary>
    private void CloseBlocks(int common)
    {
        for (int i = _lastLength - 1; i >= common; i--)
        {
            int count = _pending.Count - _starts[i];
            if (count >= BlockTreeFormat.MinItemsInBlock) WriteBlocks(i + 1, count);
        }
    }

    /// <summary>Writes the top <paramref name="count"/> entries as one block, or several floor blocks, and puts one entry in their place.</summary>
    private void WriteBlocks(int prefixLength, int count)
    {
        int start = _pending.Count - count;
        ReadOnlySpan<PendingEntry> entries = CollectionsMarshal.AsSpan(_pending)[start..];
        _written.Clear();
        int blockStart = 0;
        for (int i = 1; i < entries.Length; i++)
        {
            // A cut is possible where the byte behind the prefix changes.
            if (i - blockStart < BlockTreeFormat.MinItemsInBlock || entries.Length - blockStart <= BlockTreeFormat.MaxItemsInBlock) continue;
            if (entries[i].LeadByte(prefixLength) == entries[i - 1].LeadByte(prefixLength)) continue;
            _written.Add(_blocks.Write(entries[blockStart..i], prefixLength, isLast: false));
            blockStart = i;
        }

        _written.Add(_blocks.Write(entries[blockStart..], prefixLength, isLast: true));

        var code = new MemoryOutput();
        BlockPointer.Encode(code, CollectionsMarshal.AsSpan(_written));
        byte[] prefix = entries[0].Bytes[..prefixLength].ToArray();
        _index.Add((prefix, code.ToArray()));
        foreach (PendingEntry entry in entries) _free.Push(entry);
        _pending.RemoveRange(start, count);
        Rent().SetBlock(prefix, _written[0].FP);
    }

    private PendingEntry Rent()
    {
        PendingEntry entry = _free.Count > 0 ? _free.Pop() : new PendingEntry();
        _pending.Add(entry);
        return entry;
    }

    private void WriteMetadata(DataOutput metadata, IndexOutput index)
    {
        metadata.WriteVInt(_field.Number);
        metadata.WriteVLong(_termCount);
        WriteBytes(metadata, _index[^1].Code);
        if (_field.HasFreqs) metadata.WriteVLong(_sumTotalTermFreq);
        metadata.WriteVLong(_sumDocFreq);
        metadata.WriteVInt(_docsSeen.Cardinality());
        WriteBytes(metadata, _min);
        WriteBytes(metadata, _last.AsSpan(0, _lastLength));
        metadata.WriteVLong(index.Position);

        // Blocks were finished children first; the index wants its keys ascending.
        _index.Sort(static (a, b) => a.Prefix.AsSpan().SequenceCompareTo(b.Prefix));
        var fst = new FstWriter();
        foreach ((byte[] prefix, byte[] code) in _index) fst.Add(prefix, code);
        fst.Finish(metadata, index);
    }

    private static void WriteBytes(DataOutput output, ReadOnlySpan<byte> bytes)
    {
        output.WriteVInt(bytes.Length);
        output.WriteBytes(bytes);
    }
}

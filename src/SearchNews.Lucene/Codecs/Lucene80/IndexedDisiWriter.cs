using System.Numerics;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Writes a set of documents; the layout is on <see cref="IndexedDisiFormat"/>.</summary>
internal sealed class IndexedDisiWriter
{
    private readonly DataOutput _output;
    private readonly long _start;
    private readonly ulong[] _words = new ulong[IndexedDisiFormat.WordsPerBlock];
    private readonly List<(int Index, int Offset)> _jumps = [];
    private int _index;

    private IndexedDisiWriter(DataOutput output)
    {
        _output = output;
        _start = output.Position;
    }

    /// <summary>Writes all of <paramref name="docs"/>, of which there must be one at least, and returns the number of jump-table entries.</summary>
    public static int Write(DocIdSetIterator docs, DataOutput output)
    {
        var writer = new IndexedDisiWriter(output);
        int block = 0;
        for (int doc = docs.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = docs.NextDoc())
        {
            if (doc >> IndexedDisiFormat.BlockShift != block)
            {
                writer.FlushBlock(block);
                block = doc >> IndexedDisiFormat.BlockShift;
            }

            writer._words[(doc & (IndexedDisiFormat.BlockSize - 1)) >> 6] |= 1UL << doc;
        }

        writer.FlushBlock(block);
        return writer.Finish(block);
    }

    private void FlushBlock(int block)
    {
        int cardinality = 0;
        foreach (ulong word in _words) cardinality += BitOperations.PopCount(word);
        if (cardinality == 0) return;

        AddJumps(block);
        _output.WriteInt16((short)block);
        _output.WriteInt16((short)(cardinality - 1));
        if (cardinality <= IndexedDisiFormat.MaxSparse) WriteSparse();
        else if (cardinality < IndexedDisiFormat.BlockSize) WriteDense();
        _index += cardinality;
        Array.Clear(_words);
    }

    private void WriteSparse()
    {
        for (int w = 0; w < _words.Length; w++)
        {
            for (ulong rest = _words[w]; rest != 0; rest &= rest - 1)
                _output.WriteInt16((short)((w << 6) | BitOperations.TrailingZeroCount(rest)));
        }
    }

    private void WriteDense()
    {
        int rank = 0;
        for (int w = 0; w < _words.Length; w++)
        {
            if (w % IndexedDisiFormat.WordsPerRank == 0) _output.WriteInt16((short)rank);
            rank += BitOperations.PopCount(_words[w]);
        }

        foreach (ulong word in _words) _output.WriteInt64((long)word);
    }

    // Ids that are not stored jump to the next block that is.
    private void AddJumps(int throughBlock)
    {
        (int, int) jump = (_index, (int)(_output.Position - _start));
        while (_jumps.Count <= throughBlock) _jumps.Add(jump);
    }

    private int Finish(int lastBlock)
    {
        AddJumps(lastBlock + 1);
        _output.WriteInt16(IndexedDisiFormat.TerminatorBlock);
        _output.WriteInt16(0);
        _output.WriteInt16(unchecked((short)IndexedDisiFormat.TerminatorDoc));
        int jumps = IndexedDisiFormat.JumpCount(lastBlock);
        for (int i = 0; i < jumps; i++)
        {
            _output.WriteInt32(_jumps[i].Index);
            _output.WriteInt32(_jumps[i].Offset);
        }

        return jumps;
    }
}

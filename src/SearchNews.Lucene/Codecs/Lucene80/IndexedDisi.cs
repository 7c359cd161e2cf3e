using System.Buffers.Binary;
using System.Numerics;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>
/// A set of documents as stored; the layout is on <see cref="IndexedDisiFormat"/>. Every document, rank and jump is checked once, when the
/// set is opened (less work than the file's checksum), so cursors need no checks. Immutable, thread-safe.
/// </summary>
internal sealed class IndexedDisi
{
    private readonly IndexInput _data;

    // By block id. Blocks that are not stored have cardinality 0. This takes the place of the jump table.
    private readonly Block[] _blocks;

    private IndexedDisi(IndexInput data, int blocks)
    {
        _data = data;
        _blocks = new Block[blocks];
    }

    /// <summary>How many documents the set holds.</summary>
    public int Count { get; private set; }

    /// <summary>The blocks by id.</summary>
    public ReadOnlySpan<Block> Blocks => _blocks;

    /// <summary>The bytes that <see cref="Block.Offset"/> refers to.</summary>
    public ReadOnlySpan<byte> Bytes => _data.Span;

    /// <summary>Opens the set that fills <paramref name="data"/>.</summary>
    /// <param name="data">Blocks, terminator and jump table.</param>
    /// <param name="jumps">How many jumps the metadata announces.</param>
    /// <param name="maxDoc">The documents are below it.</param>
    /// <exception cref="CorruptIndexException">Something about the set is impossible.</exception>
    public static IndexedDisi Read(IndexInput data, int jumps, int maxDoc)
    {
        // As many as the jump table has room for: maxDoc is a number from a file that need not be true.
        if (8L * jumps > data.Length) throw new CorruptIndexException($"{jumps} jumps in {data.Length} bytes", data.Name, 0);
        var set = new IndexedDisi(data, IndexedDisiFormat.BlockCount(jumps));
        int last = -1;
        while (true)
        {
            long start = data.Position;
            int id = (ushort)data.ReadInt16();
            int cardinality = (ushort)data.ReadInt16() + 1;
            if (id == IndexedDisiFormat.TerminatorBlock)
            {
                if (cardinality != 1 || (ushort)data.ReadInt16() != IndexedDisiFormat.TerminatorDoc)
                    throw new CorruptIndexException("the terminator of a set of documents is wrong", data.Name, start);
                set.CheckJumps(jumps, last, (int)start);
                return set;
            }

            if (id <= last || id >= set._blocks.Length)
                throw new CorruptIndexException($"block {id} of a set of documents follows block {last}; there are {set._blocks.Length} blocks", data.Name, start);
            last = id;
            set._blocks[id] = new Block((int)data.Position, set.Count, cardinality);
            int lastDoc = set.CheckBlock(cardinality, start);
            if (((long)id << IndexedDisiFormat.BlockShift) + lastDoc >= maxDoc)
                throw new CorruptIndexException($"block {id} holds a document at or above {maxDoc}", data.Name, start);
            set.Count += cardinality;
        }
    }

    // Reads a block's documents and returns the low bits of its last one.
    private int CheckBlock(int cardinality, long start)
    {
        if (cardinality == IndexedDisiFormat.BlockSize) return IndexedDisiFormat.BlockSize - 1;
        return cardinality <= IndexedDisiFormat.MaxSparse ? CheckSparse(cardinality, start) : CheckDense(cardinality, start);
    }

    private int CheckSparse(int cardinality, long start)
    {
        ReadOnlySpan<byte> docs = _data.ReadSpan(2 * cardinality);
        int previous = -1;
        for (int i = 0; i < docs.Length; i += 2)
        {
            int doc = BinaryPrimitives.ReadUInt16BigEndian(docs[i..]);
            if (doc <= previous) throw new CorruptIndexException($"document {doc} of a sparse block follows {previous}", _data.Name, start);
            previous = doc;
        }

        return previous;
    }

    private int CheckDense(int cardinality, long start)
    {
        ReadOnlySpan<byte> ranks = _data.ReadSpan(IndexedDisiFormat.RankBytes);
        ReadOnlySpan<byte> words = _data.ReadSpan(8 * IndexedDisiFormat.WordsPerBlock);
        int count = 0;
        int last = -1;
        for (int w = 0; w < IndexedDisiFormat.WordsPerBlock; w++)
        {
            if (w % IndexedDisiFormat.WordsPerRank == 0 && BinaryPrimitives.ReadUInt16BigEndian(ranks[(2 * w / IndexedDisiFormat.WordsPerRank)..]) != count)
                throw new CorruptIndexException($"the rank of word {w} of a dense block is not {count}", _data.Name, start);
            ulong word = BinaryPrimitives.ReadUInt64BigEndian(words[(8 * w)..]);
            if (word == 0) continue;
            count += BitOperations.PopCount(word);
            last = (w << 6) + BitOperations.Log2(word);
        }

        if (count != cardinality) throw new CorruptIndexException($"a dense block holds {count} documents, expected {cardinality}", _data.Name, start);
        return last;
    }

    private void CheckJumps(int jumps, int last, int terminator)
    {
        if (last < 0 || jumps != IndexedDisiFormat.JumpCount(last) || _data.Remaining != 8L * jumps)
            throw new CorruptIndexException($"{jumps} jumps in {_data.Remaining} bytes, the last block is {last}", _data.Name, terminator);

        // From the back, so that the next stored block of each id is at hand.
        ReadOnlySpan<byte> table = _data.ReadSpan(8 * jumps);
        (int index, int offset) = (Count, terminator);
        for (int id = jumps - 1; id >= 0; id--)
        {
            if (id < _blocks.Length && _blocks[id].Cardinality > 0) (index, offset) = (_blocks[id].Index, _blocks[id].Offset - 4);
            if (BinaryPrimitives.ReadInt32BigEndian(table[(8 * id)..]) != index || BinaryPrimitives.ReadInt32BigEndian(table[((8 * id) + 4)..]) != offset)
                throw new CorruptIndexException($"the jump of block {id} does not lead to document {index} at {offset}", _data.Name, terminator);
        }
    }

    /// <summary>One block of the set.</summary>
    /// <param name="Offset">Where its documents start, behind the block's four header bytes.</param>
    /// <param name="Index">How many documents the blocks before hold.</param>
    /// <param name="Cardinality">How many it holds itself; it decides its form.</param>
    internal readonly record struct Block(int Offset, int Index, int Cardinality);
}

using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>
/// The postings' part of a term's entry in the term dictionary: where the term's data is, as differences from the term before.
/// </summary>
/// <remarks>
/// <code>
/// both this term and the one before are singletons at the same docStartFP:
///   vLong zigzag(doc - previous doc) * 2 + 1
/// else:
///   vLong (docStartFP - previous) * 2, vInt doc if docFreq = 1
/// if positions: vLong posStartFP - previous, vLong payStartFP - previous if payloads or offsets,
///   vLong lastPosBlockOffset if totalTermFreq > 128
/// if docFreq > 128: vLong skipOffset
/// </code>
/// The term before the first of a block counts as all zero and no singleton. Source: lucene84 encodeTerm.
/// </remarks>
internal static class TermMetadata
{
    private static readonly BlockTermState Origin = new();

    public static void Encode(DataOutput output, FieldInfo field, BlockTermState state, BlockTermState previous, bool first)
    {
        BlockTermState before = first ? Origin : previous;
        if (before.SingletonDocId != -1 && state.SingletonDocId != -1 && state.DocStartFP == before.DocStartFP)
        {
            long delta = (long)state.SingletonDocId - before.SingletonDocId;
            output.WriteVLong((((delta << 1) ^ (delta >> 63)) << 1) | 1);
        }
        else
        {
            output.WriteVLong((state.DocStartFP - before.DocStartFP) << 1);
            if (state.SingletonDocId != -1) output.WriteVInt(state.SingletonDocId);
        }

        if (field.HasPositions)
        {
            output.WriteVLong(state.PosStartFP - before.PosStartFP);
            if (Lucene84PostingsFormat.HasPayData(field)) output.WriteVLong(state.PayStartFP - before.PayStartFP);
            if (state.LastPosBlockOffset != -1) output.WriteVLong(state.LastPosBlockOffset);
        }

        if (state.SkipOffset != -1) output.WriteVLong(state.SkipOffset);
    }

    public static void Decode(IndexInput input, FieldInfo field, BlockTermState state, bool absolute)
    {
        int previousSingleton = absolute ? -1 : state.SingletonDocId;
        long docStartFP = absolute ? 0 : state.DocStartFP;
        long posStartFP = absolute ? 0 : state.PosStartFP;
        long payStartFP = absolute ? 0 : state.PayStartFP;
        state.SingletonDocId = -1;
        state.LastPosBlockOffset = -1;
        state.SkipOffset = -1;

        long at = input.Position;
        long code = input.ReadVLong();
        if ((code & 1) == 0)
        {
            docStartFP += code >> 1;
            if (state.DocFreq == 1) state.SingletonDocId = input.ReadVInt("singleton document", DocIdLimit);
        }
        else
        {
            state.SingletonDocId = NextSingleton(input, at, state, previousSingleton, code >>> 1);
        }

        if (field.HasPositions)
        {
            posStartFP += input.ReadVLong();
            if (Lucene84PostingsFormat.HasPayData(field)) payStartFP += input.ReadVLong();
            if (state.TotalTermFreq > Lucene84PostingsFormat.BlockSize) state.LastPosBlockOffset = input.ReadVLong();
        }

        if (state.DocFreq > Lucene84PostingsFormat.BlockSize) state.SkipOffset = input.ReadVLong();
        if ((docStartFP | posStartFP | payStartFP) < 0) throw new CorruptIndexException("a file pointer of the term overflows", input.Name, at);
        state.DocStartFP = docStartFP;
        state.PosStartFP = posStartFP;
        state.PayStartFP = payStartFP;
    }

    private const int DocIdLimit = int.MaxValue - 1;

    private static int NextSingleton(IndexInput input, long at, BlockTermState state, int previous, long zigzag)
    {
        if (previous == -1 || state.DocFreq != 1)
            throw new CorruptIndexException($"a singleton follows the document of the term before, but that is {previous} and docFreq {state.DocFreq}", input.Name, at);
        long doc = unchecked(previous + ((zigzag >>> 1) ^ -(zigzag & 1)));
        if (doc is < 0 or > DocIdLimit) throw new CorruptIndexException($"singleton document is {doc}", input.Name, at);
        return (int)doc;
    }
}

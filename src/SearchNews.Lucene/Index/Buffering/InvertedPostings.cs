using System.Runtime.InteropServices;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index.Buffering;

/// <summary>
/// The tokens of a <see cref="PostingsBuffer"/>, ordered by term, document and position: a counting sort, as terms are numbers. Immutable.
/// </summary>
internal sealed class InvertedPostings
{
    private readonly BytesHash _terms;
    private readonly Cell[] _cells;
    private readonly int[] _docs;
    private readonly int[] _freqs;
    private readonly int[] _positions;

    /// <summary>Inverts the committed tokens of the buffer, which must not change afterwards.</summary>
    public InvertedPostings(PostingsBuffer buffer)
    {
        Options = buffer.Options;
        _terms = buffer.Terms;
        SortedTerms = _terms.SortedIds();
        _cells = Count(buffer);
        (int docs, int positions) = Arrange(_cells, SortedTerms);
        _docs = GC.AllocateUninitializedArray<int>(docs);
        _freqs = HasFreqs ? new int[docs] : [];
        _positions = HasPositions ? GC.AllocateUninitializedArray<int>(positions) : [];
        Scatter(buffer);
    }

    /// <summary>What the postings hold.</summary>
    public IndexOptions Options { get; }

    /// <summary>Numbers of the terms, in unsigned byte order of the terms.</summary>
    public int[] SortedTerms { get; }

    private bool HasFreqs => Options != IndexOptions.Docs;

    private bool HasPositions => Options == IndexOptions.DocsAndFreqsAndPositions;

    /// <summary>The bytes of a term.</summary>
    public ReadOnlySpan<byte> Term(int id) => _terms[id];

    /// <summary>The documents of a term, ascending; empty when only failed documents had it.</summary>
    public ReadOnlySpan<int> Docs(int id) => _docs.AsSpan(_cells[id].DocEnd - _cells[id].DocFreq, _cells[id].DocFreq);

    /// <summary>The frequencies of a term in its documents; empty when the field has none.</summary>
    public ReadOnlySpan<int> Freqs(int id) => HasFreqs ? _freqs.AsSpan(_cells[id].DocEnd - _cells[id].DocFreq, _cells[id].DocFreq) : default;

    /// <summary>The positions of a term, document by document; empty when the field has none.</summary>
    public ReadOnlySpan<int> Positions(int id) => HasPositions ? _positions.AsSpan(_cells[id].TokenEnd - _cells[id].Tokens, _cells[id].Tokens) : default;

    private static Cell[] Count(PostingsBuffer buffer)
    {
        var cells = new Cell[buffer.Terms.Count];
        cells.AsSpan().Fill(new Cell { LastDoc = -1 });
        bool hasValue = buffer.Options != IndexOptions.Docs;
        IntLog.Reader tokens = buffer.Tokens.Read();
        foreach ((int doc, int count) in buffer.Docs)
        {
            for (int i = 0; i < count; i++)
            {
                ref Cell cell = ref cells[tokens.Next()];
                if (hasValue) tokens.Next();
                cell.Tokens++;
                if (cell.LastDoc == doc) continue;
                cell.LastDoc = doc;
                cell.DocFreq++;
            }
        }

        return cells;
    }

    /// <summary>Gives each term its place; the ends are those of an empty range, which <see cref="Scatter"/> moves on.</summary>
    private static (int Docs, int Tokens) Arrange(Cell[] cells, int[] sortedTerms)
    {
        int docs = 0;
        int tokens = 0;
        foreach (int id in sortedTerms)
        {
            ref Cell cell = ref cells[id];
            cell.DocEnd = docs;
            cell.TokenEnd = tokens;
            cell.LastDoc = -1;
            docs += cell.DocFreq;
            tokens = checked(tokens + cell.Tokens);
        }

        return (docs, tokens);
    }

    private void Scatter(PostingsBuffer buffer)
    {
        IntLog.Reader tokens = buffer.Tokens.Read();
        foreach ((int doc, int count) in buffer.Docs)
        {
            for (int i = 0; i < count; i++)
            {
                ref Cell cell = ref _cells[tokens.Next()];
                if (cell.LastDoc != doc)
                {
                    cell.LastDoc = doc;
                    _docs[cell.DocEnd++] = doc;
                }

                if (!HasFreqs) continue;
                int value = tokens.Next();
                if (HasPositions)
                {
                    _freqs[cell.DocEnd - 1]++;
                    _positions[cell.TokenEnd++] = value;
                }
                else
                {
                    _freqs[cell.DocEnd - 1] = value;
                }
            }
        }
    }

    /// <summary>All that the loops need of one term, in one cache line.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Cell
    {
        public int LastDoc;
        public int DocFreq;
        public int Tokens;
        public int DocEnd;
        public int TokenEnd;
    }
}

using System.Numerics;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index;

/// <summary>
/// Where a frequent term stands, in memory: a phrase is looked for where its terms meet, and finds their positions there without reading those of the documents before. Immutable, thread-safe.
/// </summary>
/// <remarks>
/// The positions of a document are the bits of a word, as those of titles and excerpts are small; the few documents with greater positions have lists for these. The documents are bits with ranks when there
/// are many of them (<see cref="ImpactTiers.IsDense"/>), else numbers.
/// </remarks>
internal sealed class TermPositions
{
    /// <summary>Positions below it are bits of a document's word.</summary>
    public const int WordPositions = 63;

    /// <summary>The bit of a document's word that tells of greater positions.</summary>
    public const ulong HasMore = 1UL << WordPositions;

    // Of more documents than one of so many, positions are as well read from the file.
    private const int DocsPerList = 8;

    private readonly int[] _docs;
    private readonly ulong[] _words;

    // The documents with greater positions, by index, and these.
    private readonly int[] _listed;
    private readonly int[][] _lists;

    private TermPositions(int[] docs, RankedBits? bits, ulong[] words, int[] listed, int[][] lists)
    {
        _docs = docs;
        Bits = bits;
        _words = words;
        _listed = listed;
        _lists = lists;
    }

    /// <summary>The documents as bits; null when they are numbers.</summary>
    public RankedBits? Bits { get; }

    /// <summary>The documents, ascending; none when they are bits.</summary>
    public ReadOnlySpan<int> Docs => _docs;

    /// <summary>The positions of each document, bit by bit.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>About the bytes that the positions of a term take.</summary>
    /// <param name="docFreq">Documents of the term.</param>
    /// <param name="maxDoc">Documents of the segment.</param>
    public static long BytesOf(int docFreq, int maxDoc) => ((long)docFreq * sizeof(ulong)) + (ImpactTiers.IsDense(docFreq, maxDoc) ? RankedBits.BytesOf(maxDoc) : (long)docFreq * sizeof(int));

    /// <summary>Reads all positions of a term; null when too many are great.</summary>
    /// <param name="postings">The term with its positions, unpositioned.</param>
    /// <param name="maxDoc">Documents of the segment.</param>
    public static TermPositions? Read(PostingsEnum postings, int maxDoc)
    {
        int[] docs = new int[(int)postings.Cost];
        ulong[] words = new ulong[docs.Length];
        var listed = new List<int>();
        var lists = new List<int[]>();
        for (int i = 0; i < docs.Length; i++)
        {
            docs[i] = postings.NextDoc();
            int left = postings.Freq;
            for (; left > 0; left--)
            {
                int position = postings.NextPosition();
                if (position < WordPositions)
                {
                    words[i] |= 1UL << position;
                    continue;
                }

                words[i] |= HasMore;
                listed.Add(i);
                lists.Add(ReadRest(postings, position, left));
                break;
            }

            if (listed.Count > docs.Length / DocsPerList) return null;
        }

        return ImpactTiers.IsDense(docs.Length, maxDoc)
            ? new TermPositions([], new RankedBits(docs, maxDoc), words, [.. listed], [.. lists])
            : new TermPositions(docs, null, words, [.. listed], [.. lists]);
    }

    /// <summary>Whether the term stands at a position.</summary>
    /// <param name="index">Which of the term's documents.</param>
    /// <param name="position">0 or more.</param>
    public bool Contains(int index, int position) => position < WordPositions ? (_words[index] & (1UL << position)) != 0 : ListOf(index).Contains(position);

    /// <summary>The first position from one on; -1 when there is none.</summary>
    /// <param name="index">Which of the term's documents.</param>
    /// <param name="from">0 or more.</param>
    public int NextPosition(int index, int from)
    {
        if (from < WordPositions)
        {
            ulong rest = _words[index] & ~HasMore & (ulong.MaxValue << from);
            if (rest != 0) return BitOperations.TrailingZeroCount(rest);
        }

        foreach (int position in ListOf(index))
        {
            if (position >= from) return position;
        }

        return -1;
    }

    private static int[] ReadRest(PostingsEnum postings, int first, int count)
    {
        int[] positions = new int[count];
        positions[0] = first;
        for (int i = 1; i < count; i++) positions[i] = postings.NextPosition();
        return positions;
    }

    private ReadOnlySpan<int> ListOf(int index)
    {
        int place = (_words[index] & HasMore) == 0 ? -1 : Array.BinarySearch(_listed, index);
        return place < 0 ? [] : _lists[place];
    }
}

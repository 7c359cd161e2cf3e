using System.Text;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Index.Buffering;
using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Tests.Index.Buffering;

public sealed class PostingsBufferTests
{
    [Theory]
    [InlineData(IndexOptions.Docs)]
    [InlineData(IndexOptions.DocsAndFreqs)]
    [InlineData(IndexOptions.DocsAndFreqsAndPositions)]
    public void Invert_RandomDocuments_IsWhatANaiveIndexHas(IndexOptions options)
    {
        Random random = Seeds.Random();
        PostingsBuffer buffer = new(options);
        SortedDictionary<string, SortedDictionary<int, List<int>>> expected = new(StringComparer.Ordinal);
        for (int doc = 0; doc < 400; doc++)
        {
            bool fails = random.Next(5) == 0;
            HashSet<string> inDoc = new(StringComparer.Ordinal);
            int position = 0;
            for (int i = random.Next(30); i > 0; i--)
            {
                string term = fails && random.Next(2) == 0 ? "only in failed documents" : Some.Word(random, 1, 2);

                // A term has one custom frequency a document; the same term may come often otherwise.
                if (!inDoc.Add(term) && options == IndexOptions.DocsAndFreqs) continue;
                position += random.Next(3);
                buffer.Add(Encoding.UTF8.GetBytes(term), position + 1);
                if (fails) continue;
                if (!expected.TryGetValue(term, out SortedDictionary<int, List<int>>? docs)) expected[term] = docs = [];
                if (!docs.TryGetValue(doc, out List<int>? values)) docs[doc] = values = [];
                values.Add(position + 1);
            }

            if (fails) buffer.Abort();
            else buffer.Commit(doc);
        }

        BufferedTermsEnum terms = new(new InvertedPostings(buffer));
        PostingsEnum? reused = null;
        foreach ((string term, SortedDictionary<int, List<int>> docs) in expected)
        {
            terms.MoveNext().ShouldBeTrue();
            Encoding.UTF8.GetString(terms.Term).ShouldBe(term);
            terms.DocFreq.ShouldBe(docs.Count);
            reused = terms.Postings(PostingsFlags.All, reused);
            long total = 0;
            foreach ((int doc, List<int> values) in docs)
            {
                reused.NextDoc().ShouldBe(doc);
                int freq = options switch { IndexOptions.Docs => 1, IndexOptions.DocsAndFreqs => values[0], _ => values.Count };
                reused.Freq.ShouldBe(freq);
                total += freq;
                if (options == IndexOptions.DocsAndFreqsAndPositions) values.Select(_ => reused.NextPosition()).ShouldBe(values);
                else reused.NextPosition().ShouldBe(-1);
            }

            reused.NextDoc().ShouldBe(DocIdSetIterator.NoMoreDocs);
            terms.TotalTermFreq.ShouldBe(total);
        }

        terms.MoveNext().ShouldBeFalse();
    }
}

using SearchNews.Lucene.Index;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Tests.Index;

public sealed class IndexReaderTests
{
    [Fact]
    public void LeafOf_EveryDocument_IsInTheSegmentItCameFrom()
    {
        MultiReader reader = new([new Leaf(3), new Leaf(0), new Leaf(1), new Leaf(4)]);
        reader.MaxDoc.ShouldBe(8);
        reader.NumDocs.ShouldBe(8);
        Enumerable.Range(0, 8).Select(doc => reader.LeafOf(doc).Ord).ShouldBe([0, 0, 0, 2, 3, 3, 3, 3]);
        reader.Leaves.Select(l => l.DocBase).ShouldBe([0, 3, 3, 4]);
        Should.Throw<ArgumentOutOfRangeException>(() => reader.LeafOf(8));
        Should.Throw<ArgumentOutOfRangeException>(() => reader.LeafOf(-1));
    }

    [Fact]
    public void Constructor_NoSegments_IsEmpty()
    {
        MultiReader reader = new([]);
        reader.MaxDoc.ShouldBe(0);
        Should.Throw<ArgumentOutOfRangeException>(() => reader.LeafOf(0));
    }

    private sealed class Leaf(int maxDoc) : LeafReader
    {
        public override int MaxDoc => maxDoc;

        public override int NumDocs => maxDoc;

        public override Bits? LiveDocs => null;

        public override FieldInfos FieldInfos { get; } = new([]);

        public override Terms? GetTerms(string field) => null;

        public override NumericDocValues? GetNormValues(string field) => null;

        public override NumericDocValues? GetNumericDocValues(string field) => null;

        public override BinaryDocValues? GetBinaryDocValues(string field) => null;

        public override SortedDocValues? GetSortedDocValues(string field) => null;

        public override SortedNumericDocValues? GetSortedNumericDocValues(string field) => null;

        public override SortedSetDocValues? GetSortedSetDocValues(string field) => null;

        public override void VisitDocument(int doc, StoredFieldVisitor visitor)
        {
        }
    }
}

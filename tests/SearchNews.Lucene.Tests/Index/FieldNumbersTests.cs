using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Tests.Index;

public sealed class FieldNumbersTests
{
    [Fact]
    public void GetOrAdd_NewNames_GetTheNextNumbers()
    {
        FieldNumbers numbers = new();
        numbers.GetOrAdd("b").Number.ShouldBe(0);
        numbers.GetOrAdd("a").Number.ShouldBe(1);
        numbers.GetOrAdd("b").Number.ShouldBe(0);
    }

    [Fact]
    public void SetIndexed_OtherKind_IsRefusedWithBothKinds()
    {
        FieldNumbers numbers = new();
        numbers.SetIndexed("f", IndexOptions.Docs, omitNorms: true);
        numbers.SetIndexed("f", IndexOptions.Docs, omitNorms: true).Number.ShouldBe(0);
        string message = Should.Throw<InvalidDocumentException>(() => numbers.SetIndexed("f", IndexOptions.DocsAndFreqs, omitNorms: true)).Message;
        message.ShouldContain("Docs without norms");
        message.ShouldContain("DocsAndFreqs without norms");
        Should.Throw<InvalidDocumentException>(() => numbers.SetIndexed("f", IndexOptions.Docs, omitNorms: false)).Field.ShouldBe("f");
    }

    [Fact]
    public void SetDocValues_OtherKind_IsRefused()
    {
        FieldNumbers numbers = new();
        numbers.SetDocValues("f", DocValuesType.Sorted);
        Should.Throw<InvalidDocumentException>(() => numbers.SetDocValues("f", DocValuesType.SortedSet));
        numbers.SetIndexed("f", IndexOptions.Docs, omitNorms: true).DocValuesType.ShouldBe(DocValuesType.Sorted);
    }

    [Fact]
    public void Add_FieldsOfSegments_KeepsTheirNumbersAndFillsTheGaps()
    {
        FieldNumbers numbers = new();
        numbers.Add(new FieldInfos([new FieldInfo { Name = "a", Number = 1 }, new FieldInfo { Name = "b", Number = 3, IndexOptions = IndexOptions.Docs }]), "_0");
        numbers.Add(new FieldInfos([new FieldInfo { Name = "a", Number = 1, DocValuesType = DocValuesType.Numeric }, new FieldInfo { Name = "c", Number = 3 }]), "_1");
        numbers.GetOrAdd("a").ShouldSatisfyAllConditions(f => f.Number.ShouldBe(1), f => f.DocValuesType.ShouldBe(DocValuesType.Numeric));
        numbers.GetOrAdd("b").Number.ShouldBe(3);
        numbers.GetOrAdd("c").Number.ShouldBe(0);
        numbers.GetOrAdd("d").Number.ShouldBe(2);
        Should.Throw<CorruptIndexException>(() => numbers.Add(new FieldInfos([new FieldInfo { Name = "b", Number = 3, IndexOptions = IndexOptions.DocsAndFreqs }]), "_2"));
    }
}

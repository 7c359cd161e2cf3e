using SearchNews.Lucene.Index;

namespace SearchNews.Testing.Naive;

internal sealed class NaiveTermState(int index) : TermState
{
    public int Index { get; } = index;
}

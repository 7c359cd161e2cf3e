using System.Text.Json;

namespace SearchNews.Cli.Tests.Commands;

public sealed class SimilarCommandTests(SampleIndex index)
{
    [Theory]
    [InlineData("Voyager 1 sends data again\nThe probe answers after months of silence.")]
    [InlineData("---\ntitle: Voyager 1 sends data again\nexcerpt: The probe answers after months of silence.\n---\n")]
    public async Task Similar_Draft_FindsWhatIsRelated(string draft)
    {
        JsonElement response = (await index.RunAsync("similar", "--text", draft, "--includeStory", "--json")).ShouldExit(ExitCode.Done).Json;

        response.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()).ShouldContain(SampleIndex.Voyager);
        response.GetProperty("nearDuplicates").ValueKind.ShouldBe(JsonValueKind.Array);
    }

    [Fact]
    public async Task Similar_DraftThatTellsTheSame_IsSaid()
    {
        string title = (await index.RunAsync("similar", SampleIndex.VoyagerToo, "--includeStory", "--json")).ShouldExit(ExitCode.Done).Json.GetProperty("hits").EnumerateArray()
            .Single(hit => hit.GetProperty("id").GetString() == SampleIndex.Voyager).GetProperty("title").GetString()!;

        CliResult result = (await index.RunAsync("similar", "--text", title)).ShouldExit(ExitCode.Done);

        result.Error.ShouldContain("These tell the same already:");
        result.Output.ShouldContain(SampleIndex.Voyager);
    }

    [Theory]
    [InlineData("similar", "or a draft with --text")]
    [InlineData("similar some-id --text moon", "or a draft with --text")]
    [InlineData("similar some-id --now 2021-08-29", "--now is for drafts")]
    [InlineData("similar --text moon --size 0", "size")]
    public async Task Similar_Impossible_IsRefused(string line, string message) =>
        (await index.RunAsync(line.Split(' '))).ShouldExit(ExitCode.Usage).Error.ShouldContain(message);

    [Fact]
    public async Task Similar_BlankDraft_IsRefused() => (await index.RunAsync("similar", "--text", " \n ")).ShouldExit(ExitCode.Usage).Error.ShouldContain("title: is blank");

    [Fact]
    public async Task Similar_DraftWithBrokenFrontMatter_IsRefused() =>
        (await index.RunAsync("similar", "--text", "---\ntitle: [\n---\n")).ShouldExit(ExitCode.Usage).Error.ShouldContain("front matter");
}

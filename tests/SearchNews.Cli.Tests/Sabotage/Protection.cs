namespace SearchNews.Cli.Tests.Sabotage;

/// <summary>Something in the code that guards a promise, how to take it out, and the test that must notice.</summary>
/// <param name="Name">What is protected, in a few words.</param>
/// <param name="File">The file, from the repository's root.</param>
/// <param name="Code">Text that stands exactly once in the file.</param>
/// <param name="Sabotaged">What stands there when the protection is out.</param>
/// <param name="TestProject">Folder below <c>tests</c>.</param>
/// <param name="Test">Pattern of the test's full name, as <c>-method</c> takes it.</param>
public sealed record Protection(string Name, string File, string Code, string Sabotaged, string TestProject, string Test)
{
    public override string ToString() => Name;
}
